import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import type { Relation } from '../api/contract.ts';
import { ApiProblem, isOpenEnded } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import type { SummaryError } from '../components/error-summary.tsx';
import { SelectInput, TextInput } from '../components/inputs.tsx';
import { useProblemText, useTraceNote } from '../components/problem.tsx';
import { newMember } from './draft.ts';
import type { Sending } from './draft.ts';
import { useForm } from './form.ts';
import { useMemberName } from './member-name.ts';
import { sendingOf } from './sending.ts';

const relations = ['spouse', 'child', 'parent', 'other'] as const satisfies readonly Relation[];

interface Typed {
  readonly name: string;
  readonly residentId: string;
  readonly relation: Relation;
}

const nothing: Typed = { name: '', residentId: '', relation: 'spouse' };

/**
 * A member becomes a personId at the door of people: the ID number goes there and nowhere else, and is forgotten with the answer.
 */
export function AddMember() {
  const { t } = useTranslation();
  const { draft, change } = useForm();
  const nameOf = useMemberName();
  const [typed, setTyped] = useState(nothing);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState('');
  const failing = useFailure();
  const resolving = useResolve();
  const fail = (beside: Readonly<Record<string, string>>): void => {
    setErrors(beside);
    failing.show(Object.entries(beside).map(([field, text]) => ({ text, to: `#member-${field}` })));
  };
  const add = (): void => {
    const missing = {
      ...(typed.name.trim() === '' && { name: t('fault.nameMissing') }),
      ...(typed.residentId.trim() === '' && { residentId: t('fault.residentIdMissing') }),
    };
    fail(missing);
    setSaid('');
    if (Object.keys(missing).length > 0) return;
    resolving.mutate(typed, {
      onSuccess: ({ personId }) => {
        const member = newMember(personId, typed.relation, typed.name.trim());
        if (draft.members.some((one) => one.personId === personId))
          return fail({ residentId: t('apply.household.twice') });
        change({ type: 'add-member', member });
        setSaid(t('apply.household.added', { who: nameOf(member) }));
        setTyped(nothing);
      },
      onError: (error) => {
        const beside = besideOf(error);
        if (Object.keys(beside).length > 0) fail(beside);
        else failing.tell(error);
      },
    });
  };
  return (
    <form
      className="aside"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h2>{t('apply.household.add')}</h2>
      <ErrorSummary errors={failing.errors} note={failing.note} />
      <TextInput
        id="member-name"
        label={t('apply.household.name')}
        hint={t('apply.household.nameHint')}
        error={errors['name']}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <TextInput
        id="member-residentId"
        label={t('apply.household.residentId')}
        hint={t('apply.household.residentIdHint')}
        error={errors['residentId']}
        value={typed.residentId}
        onChange={(residentId) => setTyped({ ...typed, residentId })}
      />
      <SelectInput
        id="member-relation"
        label={t('apply.household.relation')}
        value={typed.relation}
        options={relations.map((value) => ({ value, text: t(`apply.relation.${value}`) }))}
        onChange={(value) => setTyped({ ...typed, relation: relations.find((one) => one === value) ?? 'other' })}
      />
      <Button type="submit" look="second" isBusy={resolving.isPending}>
        {resolving.isPending ? t('apply.household.adding') : t('apply.household.addButton')}
      </Button>
      <p role="status">{said}</p>
    </form>
  );
}

/** The same attempt keeps its key until it is known what became of it. */
function useResolve() {
  const sending = useRef<Sending | undefined>(undefined);
  return useMutation({
    mutationFn: ({ name, residentId }: Typed) => {
      const body = { residentId: residentId.trim(), name: name.trim() };
      sending.current = sendingOf(sending.current, JSON.stringify(body), () => crypto.randomUUID());
      const header = { 'Idempotency-Key': sending.current.key };
      return answerOf(api.POST('/api/v1/people/resolve', { params: { header }, body }));
    },
    onSuccess: () => void (sending.current = undefined),
    onError: (error) => {
      if (!isOpenEnded(error)) sending.current = undefined;
    },
  });
}

function besideOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem)) return {};
  const { errors = [] } = error.problem;
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.slice(1), detail]));
}

function useFailure() {
  const textOf = useProblemText();
  const noteOf = useTraceNote();
  const [errors, show] = useState<readonly SummaryError[]>([]);
  const [note, setNote] = useState<string>();
  return {
    errors,
    note,
    show: (found: readonly SummaryError[]): void => {
      show(found);
      setNote(undefined);
    },
    tell: (error: unknown): void => {
      show([{ text: textOf(error) }]);
      setNote(noteOf(error));
    },
  };
}
