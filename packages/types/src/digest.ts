import { createHash } from 'node:crypto';
import type { PaymentId } from './ids.ts';
import type { Period } from './period.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const DIGEST_LENGTH = 26;
const BITS_PER_CHARACTER = 5n;
const SEPARATOR = '|';

/**
 * One id from the facts that make a thing what it is: the first 130 bits of SHA-256 over the parts joined by '|',
 * as 26 characters of Crockford base32. Throws RangeError for no parts, an empty part or a '|' within one: two different
 * lists of parts must never be one text.
 */
export function digestId(parts: readonly string[]): string {
  if (parts.length === 0 || parts.some((part) => part === '' || part.includes(SEPARATOR))) {
    throw new RangeError('a digest needs parts, none of them empty or with a separator in it');
  }
  const bytes = createHash('sha256').update(parts.join(SEPARATOR), 'utf8').digest('hex');
  const bits = BigInt(`0x${bytes}`) >> (256n - BITS_PER_CHARACTER * BigInt(DIGEST_LENGTH));
  return Array.from({ length: DIGEST_LENGTH }, (_, i) => characterAt(bits, DIGEST_LENGTH - 1 - i)).join('');
}

function characterAt(bits: bigint, fromRight: number): string {
  return CROCKFORD.charAt(Number((bits >> (BITS_PER_CHARACTER * BigInt(fromRight))) & 31n));
}

/** 支付类型: why a payment is made (ARCHITECTURE "Payment identity"). */
export type PaymentKind = 'NORMAL' | 'RETRO' | 'TOPUP' | 'ONE_OFF' | 'RETURN';

/** `causeId`: '-' for NORMAL; the decision for TOPUP and ONE_OFF; the adjustment for RETRO; the replaced payment for RETURN. */
export interface PaymentIdentity {
  readonly entitlementId: string;
  readonly benefitMonth: Period;
  readonly kind: PaymentKind;
  readonly causeId: string;
}

/** The same sum of money always gets the same id, so that it can never be paid twice: yyyymm and 26 characters, 32 together. */
export function paymentId({ entitlementId, benefitMonth, kind, causeId }: PaymentIdentity): PaymentId {
  return `${benefitMonth.replace('-', '')}${digestId([entitlementId, benefitMonth, kind, causeId])}` as PaymentId;
}
