import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isOpenEnded, isSignedOut } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import type { SummaryError } from '../components/error-summary.tsx';
import { useStreetName } from '../components/names.ts';
import { Page } from '../components/page.tsx';
import { SignInFirst, useTraceNote } from '../components/problem.tsx';
import { yuan } from '../words/amounts.ts';
import type { MonthlyAnswer } from './draft.ts';
import { faultsOf } from './faults.ts';
import { useErrorText } from './field-label.ts';
import { hasAmounts, steps } from './fields.ts';
import type { Step } from './fields.ts';
import { useForm } from './form.ts';
import { useMemberName } from './member-name.ts';
import { BackLink, Position } from './step-form.tsx';
import { amountOf, countOf } from './submission.ts';
import { useSaidProblem, useSubmit } from './use-submit.ts';

/** Everything once more before it is sent. What cannot be sent yet is said at its page. */
export function ReviewStep() {
  const { t } = useTranslation();
  const { draft, setApiErrors } = useForm();
  const submitting = useSubmit();
  const said = useSaidProblem();
  const noteOf = useTraceNote();
  const errorText = useErrorText();
  const [summary, setSummary] = useState<readonly SummaryError[]>([]);
  const submit = (): void => {
    const faults = steps.flatMap((step) =>
      faultsOf(step, draft).map(({ field, code }) => ({
        text: errorText(field, t(`fault.${code}`)),
        to: `/apply/${step}#${field}`,
      })),
    );
    setSummary(faults);
    if (faults.length > 0) return;
    submitting.mutate(undefined, {
      onError: (error) => {
        const { summary: lines, beside } = said(error);
        setSummary(lines);
        setApiErrors(beside);
      },
    });
  };
  const isUnknown = draft.sending !== undefined && !submitting.isPending && !submitting.isSuccess;
  return (
    <Page title={t('apply.review.title')}>
      <Position step="review" />
      <ErrorSummary errors={summary} note={noteOf(submitting.error)} />
      {isSignedOut(submitting.error) ? <SignInFirst /> : null}
      {isUnknown && (submitting.error === null || isOpenEnded(submitting.error)) ? (
        <p className="notice-box">{t('apply.review.unknown')}</p>
      ) : null}
      <p className="lead">{t('apply.review.hint')}</p>
      <Answers />
      <p>{t('apply.review.truth')}</p>
      <div className="buttons">
        <Button isBusy={submitting.isPending} onClick={submit}>
          {submitting.isPending
            ? t('apply.review.submitting')
            : isUnknown
              ? t('apply.review.again')
              : t('apply.review.submit')}
        </Button>
        <BackLink step="review" />
      </div>
    </Page>
  );
}

function Answers() {
  const { t } = useTranslation();
  const { draft } = useForm();
  const nameOf = useMemberName();
  const street = useStreetName(draft.divisionCode);
  const { members, otherIncome, savings } = draft;
  const vehicles = countOf(draft.vehicles);
  const dwellings = countOf(draft.dwellings);
  const savingsFen = amountOf(savings);
  const unanswered = t('apply.review.unanswered');
  return (
    <dl className="answers">
      <Answer step="street" label={t('apply.street.label')}>
        {draft.divisionCode === '' ? unanswered : street}
      </Answer>
      <Answer step="household" label={t('apply.review.members')}>
        {members.map(nameOf).join('、')}
      </Answer>
      <Answer step="wages" label={t('apply.wages.title')}>
        {members.map((member) => (
          <p key={member.personId}>
            {nameOf(member)}: <Monthly answer={member.wage} />
          </p>
        ))}
      </Answer>
      <Answer step="pensions" label={t('apply.pensions.title')}>
        {members.map((member) => (
          <p key={member.personId}>
            {nameOf(member)}: <Monthly answer={member.pension} />
            {hasAmounts(member.pension) ? <Basic answer={member.basicPension} /> : null}
          </p>
        ))}
      </Answer>
      <Answer step="other-income" label={t('apply.otherIncome.title')}>
        <Monthly answer={otherIncome} />
      </Answer>
      <Answer step="property" label={t('apply.property.title')}>
        <p>
          {t('apply.property.savings')}{' '}
          {savingsFen === undefined ? unanswered : t('apply.review.amount', { amount: yuan(savingsFen) })}
        </p>
        <p>
          {t('apply.property.vehicles')}{' '}
          {vehicles === undefined ? unanswered : t('apply.review.vehicles', { number: vehicles })}
        </p>
        <p>
          {t('apply.property.dwellings')}{' '}
          {dwellings === undefined ? unanswered : t('apply.review.dwellings', { number: dwellings })}
        </p>
      </Answer>
    </dl>
  );
}

interface AnswerProps {
  readonly step: Step;
  readonly label: string;
  readonly children: ReactNode;
}

function Answer({ step, label, children }: AnswerProps) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd className="change">
        <Link to={`/apply/${step}`} aria-label={t('apply.review.changeWhat', { what: label })}>
          {t('apply.review.change')}
        </Link>
      </dd>
    </div>
  );
}

function Monthly({ answer }: { readonly answer: MonthlyAnswer }) {
  return <>{useMonthlyText()(answer)}</>;
}

function Basic({ answer }: { readonly answer: MonthlyAnswer }) {
  const { t } = useTranslation();
  const textOf = useMonthlyText();
  return <span className="part">{t('apply.review.basic', { text: textOf(answer) })}</span>;
}

function useMonthlyText(): (answer: MonthlyAnswer) => string {
  const { t } = useTranslation();
  const amount = (text: string): string => {
    const read = amountOf(text);
    return read === undefined ? t('apply.review.unanswered') : yuan(read);
  };
  return ({ how, same, months }) => {
    if (how === undefined) return t('apply.review.unanswered');
    if (how === 'none') return t('apply.review.none');
    return how === 'same'
      ? t('apply.review.each', { amount: amount(same) })
      : t('apply.review.monthly', { amounts: months.map(amount).join('、') });
  };
}
