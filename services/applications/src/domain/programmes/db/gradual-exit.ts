import { detail } from '@minzheng/rules';
import { localDate, period } from '@minzheng/types';
import type { LocalDate, Period } from '@minzheng/types';
import type { Story } from '../../means-test/story.ts';

/** Whether a household that receives has grown out of it by work (DB-9, INC-7). */
export const hasFoundWork = ({ members, income }: Story): boolean =>
  members.some(({ receives }) => receives.includes('DB')) &&
  income.some((item) => detail(item, 'exemption') !== undefined);

/** DB-9: the last month that is paid unchanged, counted from the month after the decision. */
export const lastUnchangedMonth = (decidedOn: LocalDate, months: number): Period =>
  period.add(localDate.period(decidedOn), months);
