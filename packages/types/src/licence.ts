import { z } from 'zod';
import { localDate } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import type { Verb } from './roles.ts';

/** 上岗资格范围: the work that may ask for a licence (DOMAIN §6, 持证上岗), named by its verb. What is here is enforced where the verb is done. */
export const LicenceScope = z.enum([
  /** 救助案件审核: reviewing assistance cases */ 'case.review',
  /** 救助案件确认: deciding assistance cases */ 'case.decide',
] satisfies Verb[]);
export type LicenceScope = z.infer<typeof LicenceScope>;

/** From the first day to the last, both included (CAL-4). */
export interface LicencePeriod {
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

/**
 * What is held after another period was granted, in whatever order grants arrive, however often: one period where they meet or
 * overlap, else the later one. The earlier has ended by the day the later one begins, and no grant begins in the future.
 */
function join(held: LicencePeriod | undefined, granted: LicencePeriod): LicencePeriod {
  if (held === undefined) return granted;
  const [first, second] = held.validFrom <= granted.validFrom ? [held, granted] : [granted, held];
  if (localDate.addDays(first.validUntil, 1) < second.validFrom) return second;
  const validUntil = first.validUntil > second.validUntil ? first.validUntil : second.validUntil;
  return { validFrom: first.validFrom, validUntil };
}

/** Arithmetic on the days a licence holds. */
export const licencePeriod = {
  join,
  covers: ({ validFrom, validUntil }: LicencePeriod, on: LocalDate): boolean => validFrom <= on && on <= validUntil,
};
