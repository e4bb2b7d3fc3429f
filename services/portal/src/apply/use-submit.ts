import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../api/client.ts';
import type { CaseView } from '../api/contract.ts';
import { ApiProblem, isOpenEnded } from '../api/problem.ts';
import type { SummaryError } from '../components/error-summary.tsx';
import { useProblemText } from '../components/problem.tsx';
import { placedErrors } from './field-errors.ts';
import type { PlacedError } from './field-errors.ts';
import { useErrorText } from './field-label.ts';
import { useForm } from './form.ts';
import { sendingOf } from './sending.ts';
import { submissionOf } from './submission.ts';

/** Sends the application, as often as it takes, as one. */
export function useSubmit() {
  const { draft, change, drop } = useForm();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (): Promise<CaseView> => {
      const body = submissionOf(draft);
      const sending = sendingOf(draft.sending, JSON.stringify(body), () => crypto.randomUUID());
      // Kept before it goes: a page that is loaded anew in between sends it under the same key.
      change({ type: 'sending', sending });
      return answerOf(
        api.POST('/api/v1/applications', { params: { header: { 'Idempotency-Key': sending.key } }, body }),
      );
    },
    onSuccess: ({ applicationId }) => {
      drop();
      void queries.invalidateQueries({ queryKey: ['own'] });
      void navigate(`/cases/${applicationId}`, { state: { isNew: true }, replace: true });
    },
    onError: (error) => {
      if (!isOpenEnded(error)) change({ type: 'sending', sending: undefined });
    },
  });
}

/** A problem as the summary says it, and as the pages say it beside their inputs. */
export interface SaidProblem {
  readonly summary: readonly SummaryError[];
  readonly beside: Readonly<Record<string, string>>;
}

export function useSaidProblem(): (error: unknown) => SaidProblem {
  const { t } = useTranslation();
  const { draft } = useForm();
  const textOf = useProblemText();
  const errorText = useErrorText();
  // The API counts in fen: its limits would be read as yuan.
  const wordsOf = ({ place, code, detail }: PlacedError): string => {
    const what = place?.isMoney === true && code === 'field.too-large' ? t('fault.amountTooLarge') : detail;
    return place === undefined ? what : errorText(place.field, what);
  };
  return (error) => {
    const placed = error instanceof ApiProblem ? placedErrors(error.problem, draft) : [];
    if (placed.length === 0) return { summary: [{ text: textOf(error) }], beside: {} };
    return {
      summary: placed.map((one) => ({
        text: wordsOf(one),
        ...(one.place && { to: `/apply/${one.place.step}#${one.place.field}` }),
      })),
      beside: Object.fromEntries(placed.flatMap((one) => (one.place ? [[one.place.field, wordsOf(one)]] : []))),
    };
  };
}
