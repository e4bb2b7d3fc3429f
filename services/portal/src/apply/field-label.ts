import { useTranslation } from 'react-i18next';
import { MONTHS } from './draft.ts';
import { partsOf } from './fields.ts';
import { useForm } from './form.ts';
import { useMemberName } from './member-name.ts';

/** An error with what it is about: read by itself, in a summary of many, it still says where. */
export function useErrorText(): (field: string, what: string) => string {
  const { t } = useTranslation();
  const labelOf = useFieldLabel();
  return (field, what) => {
    const where = labelOf(field);
    return where === undefined ? what : t('fault.at', { where, what });
  };
}

const titles = {
  wage: 'apply.wages.title',
  pension: 'apply.pensions.title',
  basicPension: 'apply.pensions.basicTitle',
  otherIncome: 'apply.otherIncome.title',
} as const;

/** The words of an input by its id; undefined for one whose page asks nothing else. */
function useFieldLabel(): (field: string) => string | undefined {
  const { t } = useTranslation();
  const { draft } = useForm();
  const nameOf = useMemberName();
  const monthText = (month: number): string =>
    month === MONTHS - 1 ? t('apply.amounts.lastMonth') : t('apply.amounts.month', { number: MONTHS - month });
  return (field) => {
    if (field === 'savings') return t('apply.review.savings');
    if (field === 'vehicles' || field === 'dwellings') return t(`apply.review.${field}Label`);
    const parts = partsOf(field);
    if (parts === undefined) return undefined;
    const member = parts.index === undefined ? undefined : draft.members[parts.index];
    const said = [
      member && nameOf(member),
      t(titles[parts.question]),
      parts.month !== undefined && monthText(parts.month),
    ];
    return said.filter((text) => typeof text === 'string').join(t('apply.amounts.separator'));
  };
}
