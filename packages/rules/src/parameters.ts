import { LocalDate } from '@minzheng/types';
import { z } from 'zod';

/** How sure we are of a value: read in the text, own knowledge, to be verified, or invented for tests (DOMAIN, head). */
const Confidence = z.enum(['S', 'K', 'V', 'SAMPLE']);

/** Rows are never edited: a correction is a new row with the same `validFrom` and a later `publishedOn`. `validTo` is inclusive. */
export const ParameterRow = z.strictObject({
  value: z.int(),
  validFrom: LocalDate,
  validTo: LocalDate.optional(),
  publishedOn: LocalDate,
  docNo: z.string().min(1),
  confidence: Confidence,
});
export type ParameterRow = z.infer<typeof ParameterRow>;

/**
 * 参数: one figure that law or a local document sets. `lapse` is a legal statement: 'error' = a date without a value stops
 * the decision; 'none' = the rule simply does not apply then. After `reviewBy` results are provisional.
 */
export const Parameter = z.strictObject({
  key: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*(?:\.[a-zA-Z0-9]+)*$/),
  unit: z.string().min(1),
  basis: z.strictObject({ doc: z.string().min(1), article: z.string().optional() }),
  lapse: z.enum(['error', 'none']),
  reviewBy: LocalDate.optional(),
  values: z.array(ParameterRow).min(1),
});
export type Parameter = z.infer<typeof Parameter>;

/** Every parameter by its key. */
export type Parameters = ReadonlyMap<string, Parameter>;

/** 参数行: a row that a decision has read, as it is stored with the decision. */
export const UsedRow = z.strictObject({ key: z.string(), ...ParameterRow.shape });
export type UsedRow = z.infer<typeof UsedRow>;
