import { fenOfYuan } from '@minzheng/types';
import type { Submission } from '../api/contract.ts';
import { MONTHS } from './draft.ts';
import type { Draft, MemberDraft, MonthlyAnswer } from './draft.ts';
import { hasAmounts } from './fields.ts';

/** The application as it is sent. Throws TypeError for a draft that `faultsOf` finds fault with. */
export function submissionOf(draft: Draft): Submission {
  const { divisionCode, members, otherIncome, savings, vehicles, dwellings } = draft;
  return {
    programme: 'DB',
    divisionCode,
    members: members.map(({ personId, relation }) => ({ personId, relation })),
    facts: {
      wages: members
        .filter(({ wage }) => hasAmounts(wage))
        .map(({ personId, wage }) => ({ personId, monthsFen: monthsFen(wage) })),
      pensions: members.filter(({ pension }) => hasAmounts(pension)).map(pensionOf),
      otherMonthsFen: monthsFen(otherIncome),
      financialFen: amountFen(savings),
      vehicles: count(vehicles),
      dwellings: count(dwellings),
    },
  };
}

const pensionOf = ({ personId, pension, basicPension }: MemberDraft) => ({
  personId,
  monthsFen: monthsFen(pension),
  basicMonthsFen: monthsFen(basicPension),
});

function monthsFen({ how, same, months }: MonthlyAnswer): number[] {
  if (how === undefined) throw new TypeError('an income is not answered');
  if (how === 'monthly') return months.map(amountFen);
  const each = how === 'none' ? 0 : amountFen(same);
  return Array.from({ length: MONTHS }, () => each);
}

function amountFen(text: string): number {
  const amount = amountOf(text);
  if (amount === undefined) throw new TypeError('an amount is not readable');
  return amount;
}

function count(text: string): number {
  const number = countOf(text);
  if (number === undefined) throw new TypeError('a count is not readable');
  return number;
}

/** Whole fen of what was typed in yuan: digits of an input method's full width count, a sign of money does not disturb. */
export function amountOf(text: string): number | undefined {
  const amount = fenOfYuan(
    halfWidth(text)
      .replace(/^[¥￥]/, '')
      .replace(/元$/, ''),
  );
  return amount === undefined || amount < 0 ? undefined : amount;
}

/** A whole number from 0 on. */
export function countOf(text: string): number | undefined {
  const plain = halfWidth(text);
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}

/** NFKC makes ０１，． what a keyboard without an input method writes. */
const halfWidth = (text: string): string => text.normalize('NFKC').replaceAll('。', '.').trim();
