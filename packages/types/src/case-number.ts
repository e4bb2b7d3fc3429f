import { z } from 'zod';
import { isLuhn, luhnDigit } from './luhn.ts';
import { parsed, unreadable } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { Period } from './period.ts';
import { ProgrammeCode } from './programme.ts';

const SHAPE = /^([A-Z]{2,4})-([A-Z_]+)-(\d{4})(\d{2})-(\d{6})-(\d)$/;
const MAX_SEQUENCE = 999_999;

/** What a case number is made of; `sequence` 1–999,999 within prefix, programme and month. */
export interface CaseNumberParts {
  readonly districtPrefix: string;
  readonly programme: ProgrammeCode;
  readonly period: Period;
  readonly sequence: number;
}

export type CaseNumberError = 'BAD_SHAPE' | 'BAD_PROGRAMME' | 'BAD_PERIOD' | 'BAD_LUHN';

/** 受理编号: the reference given to the resident, `{districtPrefix}-{programme}-{yyyyMM}-{seq6}-{luhnDigit}` (ID-7). */
export const CaseNumber = z
  .string()
  .refine((text) => read(text).ok)
  .brand<'CaseNumber'>()
  .meta({ description: 'Reference of a case, like LC-DB-202611-000001-n' });
export type CaseNumber = z.infer<typeof CaseNumber>;

function of({ districtPrefix, programme, period, sequence }: CaseNumberParts): CaseNumber {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > MAX_SEQUENCE) {
    throw new RangeError(`no case number for sequence ${sequence}`);
  }
  const month = period.replace('-', '');
  const digits = String(sequence).padStart(6, '0');
  const text = `${districtPrefix}-${programme}-${month}-${digits}-${luhnDigit(month + digits)}`;
  if (!SHAPE.test(text)) throw new RangeError(`not a district prefix of 2–4 capital letters: ${districtPrefix}`);
  return text as CaseNumber;
}

function read(raw: string): Parsed<CaseNumberParts, CaseNumberError> {
  const match = SHAPE.exec(raw);
  if (!match) return unreadable('BAD_SHAPE');
  const [, districtPrefix = '', code, year = '', month = '', sequence = '', check = ''] = match;
  const programme = ProgrammeCode.safeParse(code);
  if (!programme.success) return unreadable('BAD_PROGRAMME');
  const period = Period.safeParse(`${year}-${month}`);
  if (!period.success) return unreadable('BAD_PERIOD');
  if (!isLuhn(year + month + sequence + check)) return unreadable('BAD_LUHN');
  return parsed({ districtPrefix, programme: programme.data, period: period.data, sequence: Number(sequence) });
}

/** Case numbers: `of` throws RangeError for parts that make none; `read` takes one apart. */
export const caseNumber = { of, read };
