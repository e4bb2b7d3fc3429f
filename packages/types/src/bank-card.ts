import type { z } from 'zod';
import { halfWidth } from './half-width.ts';
import { isLuhn } from './luhn.ts';
import { parsed, unreadable } from './parsed.ts';
import type { Parsed } from './parsed.ts';

/** 银行卡号: 13–19 digits ending in a Luhn digit (ID-3). */
export type BankCard = string & z.core.$brand<'BankCard'>;

export type BankCardError = 'BAD_LENGTH' | 'BAD_ALPHABET' | 'BAD_LUHN';

function parse(raw: string): Parsed<BankCard, BankCardError> {
  const digits = halfWidth(raw).replaceAll('-', '');
  if (digits.length < 13 || digits.length > 19) return unreadable('BAD_LENGTH');
  if (!/^\d+$/.test(digits)) return unreadable('BAD_ALPHABET');
  return isLuhn(digits) ? parsed(digits as BankCard) : unreadable('BAD_LUHN');
}

/** Reads a bank card number, with blanks or hyphens between its groups. `last4` is all that may leave payments. */
export const BankCard = { parse, last4: (card: BankCard): string => card.slice(-4) };
