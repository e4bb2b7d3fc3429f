import { useTranslation } from 'react-i18next';
import type { MemberQuestion, MonthlyAnswer } from './draft.ts';
import { hasAmounts, memberField, otherIncomeField } from './fields.ts';
import { useForm } from './form.ts';
import { useMemberName } from './member-name.ts';
import { MonthlyInput } from './monthly-input.tsx';
import { StepForm } from './step-form.tsx';
import type { ErrorAt } from './step-form.tsx';

export function WagesStep() {
  const { t } = useTranslation();
  const { draft } = useForm();
  return (
    <StepForm step="wages" title={t('apply.wages.title')} hint={t('apply.wages.hint')}>
      {(errorAt) =>
        draft.members.map(({ personId }, index) => (
          <MemberIncome key={personId} {...{ index, errorAt }} question="wage" />
        ))
      }
    </StepForm>
  );
}

export function PensionsStep() {
  const { t } = useTranslation();
  const { draft } = useForm();
  return (
    <StepForm step="pensions" title={t('apply.pensions.title')} hint={t('apply.pensions.hint')}>
      {(errorAt) =>
        draft.members.map(({ personId, pension }, index) => (
          <div key={personId}>
            <MemberIncome {...{ index, errorAt }} question="pension" />
            {hasAmounts(pension) ? <MemberIncome {...{ index, errorAt }} question="basicPension" /> : null}
          </div>
        ))
      }
    </StepForm>
  );
}

export function OtherIncomeStep() {
  const { t } = useTranslation();
  const { draft, change } = useForm();
  return (
    <StepForm step="other-income" title={t('apply.otherIncome.title')} hint={t('apply.otherIncome.hint')}>
      {(errorAt) => (
        <MonthlyInput
          prefix={otherIncomeField}
          label={t('apply.otherIncome.question')}
          answer={draft.otherIncome}
          errorAt={errorAt}
          onChange={(answer) => change({ type: 'other-income', answer })}
        />
      )}
    </StepForm>
  );
}

interface MemberIncomeProps {
  readonly question: MemberQuestion;
  readonly index: number;
  readonly errorAt: ErrorAt;
}

function MemberIncome({ question, index, errorAt }: MemberIncomeProps) {
  const { t } = useTranslation();
  const { draft, change } = useForm();
  const nameOf = useMemberName();
  const member = draft.members[index];
  if (member === undefined) return null;
  const who = nameOf(member);
  const words = {
    wage: { label: t('apply.wages.question', { who }) },
    pension: { label: t('apply.pensions.question', { who }) },
    basicPension: { label: t('apply.pensions.basic'), hint: t('apply.pensions.basicHint') },
  };
  return (
    <MonthlyInput
      prefix={memberField(question, index)}
      {...words[question]}
      answer={member[question]}
      errorAt={errorAt}
      onChange={(answer: MonthlyAnswer) => change({ type: 'member-answer', index, question, answer })}
    />
  );
}
