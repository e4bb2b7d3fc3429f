import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../components/field.tsx';
import { MoneyInput } from '../components/inputs.tsx';
import { MONTHS } from './draft.ts';
import type { MonthlyAnswer } from './draft.ts';
import { monthField, sameField } from './fields.ts';
import type { ErrorAt } from './step-form.tsx';

interface MonthlyInputProps {
  /** The id of the question; those of its inputs follow from it. */
  readonly prefix: string;
  readonly label: string;
  readonly hint?: string;
  readonly answer: MonthlyAnswer;
  readonly errorAt: ErrorAt;
  readonly onChange: (answer: MonthlyAnswer) => void;
}

const choices = ['none', 'same', 'monthly'] as const;

/** Nothing, the same every month, or month by month: what is not chosen is not asked. */
export function MonthlyInput({ prefix, label, hint, answer, errorAt, onChange }: MonthlyInputProps) {
  const { t } = useTranslation();
  return (
    <FieldGroup id={prefix} label={label} hint={hint} error={errorAt(prefix)}>
      {choices.map((how, index) => (
        <label className="choice" key={how}>
          <input
            type="radio"
            id={index === 0 ? prefix : `${prefix}-${how}-choice`}
            name={prefix}
            value={how}
            checked={answer.how === how}
            onChange={() => onChange({ ...answer, how })}
          />
          {t(`apply.amounts.${how}`)}
        </label>
      ))}
      {answer.how === 'same' ? (
        <MoneyInput
          id={sameField(prefix)}
          label={t('apply.amounts.sameLabel')}
          error={errorAt(sameField(prefix))}
          value={answer.same}
          onChange={(same) => onChange({ ...answer, same })}
        />
      ) : null}
      {answer.how === 'monthly' ? <Months {...{ prefix, answer, errorAt, onChange }} /> : null}
    </FieldGroup>
  );
}

/** Named by how long ago they were: which months they are follows from the day on which the application is sent. */
function Months({ prefix, answer, errorAt, onChange }: Omit<MonthlyInputProps, 'label' | 'hint'>) {
  const { t } = useTranslation();
  return (
    <fieldset className="months">
      <legend>{t('apply.amounts.monthsLegend')}</legend>
      {answer.months.map((amount, month) => {
        const ago = MONTHS - month;
        return (
          <MoneyInput
            key={ago}
            id={monthField(prefix, month)}
            label={ago === 1 ? t('apply.amounts.lastMonth') : t('apply.amounts.month', { number: ago })}
            error={errorAt(monthField(prefix, month))}
            value={amount}
            onChange={(value) => onChange({ ...answer, months: answer.months.with(month, value) })}
          />
        );
      })}
    </fieldset>
  );
}
