import { Fen } from '@minzheng/types';
import { z } from 'zod';

/** Beyond this no emergency relief is thinkable, and sums stay exact. */
const MAX_REQUESTED_FEN = 1_000_000_000;

/** 急难事由 (TL-1). */
export const Emergency = z.enum([
  /** 火灾 */ 'fire',
  /** 交通事故 */ 'traffic-accident',
  /** 突发重大疾病 */ 'sudden-illness',
  /** 其他突发急难 */ 'other-hardship',
]);
export type Emergency = z.infer<typeof Emergency>;

/** 困难程度 (TL-3): one of three tiers, or special hardship, where the sum asked for counts up to a higher cap. */
export const Hardship = z.enum(['tier-1', 'tier-2', 'tier-3', 'special']);
export type Hardship = z.infer<typeof Hardship>;

/**
 * 急难情形: what is reported, or what the street has found. A report may leave open what the triage finds out; a decision may
 * not: what it needs and nobody gave makes it MANUAL.
 */
export const ReliefFacts = z.strictObject({
  emergency: Emergency,
  isUrgent: z.boolean().optional(),
  hardship: Hardship.optional(),
  requestedFen: Fen.positive().max(MAX_REQUESTED_FEN).optional(),
});
export type ReliefFacts = z.infer<typeof ReliefFacts>;

/** The emergency of `n` persons with nothing left open: all that the programme decides on. */
export type EmergencyFacts = { readonly n: number } & {
  readonly [K in keyof ReliefFacts]-?: NonNullable<ReliefFacts[K]>;
};
