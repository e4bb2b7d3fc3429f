import type { z } from 'zod';
import { halfWidth } from './half-width.ts';
import { parsed, unreadable } from './parsed.ts';
import type { Parsed } from './parsed.ts';

/** 统一社会信用代码: 18 characters naming an organisation (GB 32100-2015, ID-2). */
export type CreditCode = string & z.core.$brand<'CreditCode'>;

export type CreditCodeError = 'BAD_LENGTH' | 'BAD_ALPHABET' | 'BAD_ORGANISATION_CHECK' | 'BAD_CHECK';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = new RegExp(`^[${ALPHABET}]{18}$`);
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The last character: weights 3^(i−1) mod 31 over the first 17. */
function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The ninth character of the organisation code inside (GB 11714), where letters count from A = 10. */
function organisationCheck(organisation: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(organisation.charAt(i), 36),
    0,
  );
  const remainder = 11 - (sum % 11);
  return remainder === 10 ? 'X' : String(remainder % 11);
}

function parse(raw: string): Parsed<CreditCode, CreditCodeError> {
  const code = halfWidth(raw).toUpperCase();
  if (code.length !== 18) return unreadable('BAD_LENGTH');
  if (!SHAPE.test(code)) return unreadable('BAD_ALPHABET');
  if (code.charAt(17) !== checkCharacter(code)) return unreadable('BAD_CHECK');
  const organisation = code.slice(8, 17);
  if (organisation.charAt(8) !== organisationCheck(organisation)) return unreadable('BAD_ORGANISATION_CHECK');
  return parsed(code as CreditCode);
}

/** Reads a unified social credit code; the letters I, O, S, V, Z are not in its alphabet. */
export const CreditCode = { parse };
