import type { z } from 'zod';
import { halfWidth } from './half-width.ts';
import { parsed, unreadable } from './parsed.ts';
import type { Parsed } from './parsed.ts';

/** 手机号: 11 digits of mainland China, without +86 (ID-4). */
export type Mobile = string & z.core.$brand<'Mobile'>;

export type MobileError = 'BAD_LENGTH' | 'BAD_ALPHABET' | 'BAD_PREFIX';

function parse(raw: string): Parsed<Mobile, MobileError> {
  const digits = halfWidth(raw)
    .replaceAll('-', '')
    .replace(/^(?:\+|00)86/, '');
  if (!/^\d*$/.test(digits)) return unreadable('BAD_ALPHABET');
  if (digits.length !== 11) return unreadable('BAD_LENGTH');
  return /^1[3-9]/.test(digits) ? parsed(digits as Mobile) : unreadable('BAD_PREFIX');
}

/** Reads a mobile number, with +86, blanks or hyphens. `mask` leaves the first 3 and the last 4 digits (DOMAIN §10.1). */
export const Mobile = { parse, mask: (mobile: Mobile): string => `${mobile.slice(0, 3)}****${mobile.slice(7)}` };
