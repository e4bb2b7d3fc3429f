import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyPeriod } from '../test/arbitraries.ts';
import { digestId, paymentId } from './digest.ts';
import type { PaymentKind } from './digest.ts';
import { PaymentId } from './ids.ts';
import { Period } from './period.ts';

const part = fc.string({ minLength: 1 }).filter((text) => !text.includes('|'));
const kinds: readonly PaymentKind[] = ['NORMAL', 'RETRO', 'TOPUP', 'ONE_OFF', 'RETURN'];
const identity = fc.record({
  entitlementId: fc.uuid(),
  benefitMonth: anyPeriod,
  kind: fc.constantFrom(...kinds),
  causeId: fc.oneof(fc.constant('-'), fc.uuid()),
});

/** The first 130 bits another way: as a text of zeros and ones. */
function first130Bits(text: string): string {
  const bits = [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const groups = bits.slice(0, 130).match(/.{5}/g) ?? [];
  return groups.map((group) => '0123456789abcdefghjkmnpqrstvwxyz'[Number.parseInt(group, 2)]).join('');
}

describe('a digest', () => {
  test('is the same for the same parts for ever', () => {
    expect(digestId(['a', 'b'])).toBe('1tnrm2hkg2nz9hyhzc5m7dkany');
  });

  test('is the first 130 bits of SHA-256 over the joined parts', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        expect(digestId(parts)).toBe(first130Bits(parts.join('|')));
      }),
    );
  });

  test.each([[[]], [['a', '']], [['a|b', 'c']]])('of %j would be ambiguous and is refused', (parts) => {
    expect(() => digestId(parts)).toThrow(RangeError);
  });
});

describe('a payment’s identity', () => {
  test('is 32 characters that start with the benefit month', () => {
    fc.assert(
      fc.property(identity, (of) => {
        const id = paymentId(of);
        expect(PaymentId.safeParse(id).success).toBe(true);
        expect(id).toHaveLength(32);
        expect(id.slice(0, 6)).toBe(of.benefitMonth.replace('-', ''));
      }),
    );
  });

  test('changes with each of entitlement, month, kind and cause', () => {
    const of = { entitlementId: 'e-1', benefitMonth: Period.parse('2026-12'), kind: 'NORMAL', causeId: '-' } as const;
    const ids = [
      of,
      { ...of, entitlementId: 'e-2' },
      { ...of, benefitMonth: Period.parse('2027-01') },
      { ...of, kind: 'RETRO' as const },
      { ...of, causeId: 'x' },
    ].map(paymentId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe(`202612${digestId(['e-1', '2026-12', 'NORMAL', '-'])}`);
  });
});
