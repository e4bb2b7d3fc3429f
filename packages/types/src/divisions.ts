import { z } from 'zod';
import data from '../data/divisions.json' with { type: 'json' };
import type { Language } from './language.ts';

/** 区划代码: province (2 digits), city (4), district (6), street or town (9) or community (12); each is the prefix of those within it. */
export const DivisionCode = z
  .string()
  .regex(/^\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?$/)
  .brand<'DivisionCode'>()
  .meta({ description: 'Administrative division: 2, 4, 6, 9 or 12 digits' });
export type DivisionCode = z.infer<typeof DivisionCode>;

const Division = z.strictObject({
  code: DivisionCode,
  kind: z.enum(['province', 'city', 'district', 'street', 'town']),
  'zh-CN': z.string(),
  en: z.string(),
});

/** One row of the register, with its name in both languages. */
export type Division = z.infer<typeof Division>;

const rows: readonly Division[] = z.array(Division).parse(data.rows);
const byCode = new Map<string, Division>(rows.map((row) => [row.code, row]));

/**
 * The register of divisions (data/divisions.json, which names its source). `isWithin` is true for the division itself too;
 * `nameOf` gives undefined for a code that is not loaded; `streetsOf` lists the streets (街道) and towns (镇) of a district.
 */
export const divisions = {
  isWithin: (code: DivisionCode, prefix: DivisionCode): boolean => code.startsWith(prefix),
  nameOf: (code: DivisionCode, language: Language = 'zh-CN'): string | undefined => byCode.get(code)?.[language],
  streetsOf: (district: string): readonly Division[] =>
    rows.filter(({ code, kind }) => (kind === 'street' || kind === 'town') && code.startsWith(district)),
};
