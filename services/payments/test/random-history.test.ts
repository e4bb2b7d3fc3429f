import { describe, expect, test } from '@jest/globals';
import { array, assert, asyncProperty, constant, constantFrom, integer, nat, oneof, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { RandomHistory } from './random-history.ts';
import type { Happening } from './random-history.ts';

const person = nat(5);
const mood = constantFrom(
  'well',
  'well',
  'away',
  'silent-after-accepting',
  'silent-before-accepting',
  'killed-after',
  'refusing-files',
  'refusing-a-payment',
  'half-a-file',
  'repeating-returns',
);
const code = constantFrom('R01', 'R02', 'R03', 'R05', 'R06', 'R09', 'R11', 'R99');
const happening: Arbitrary<Happening> = oneof(
  {
    weight: 3,
    arbitrary: record({ kind: constant('confirm'), person, amountFen: integer({ min: 1, max: 500_000 }) }),
  },
  { weight: 3, arbitrary: record({ kind: constant('account'), person, card: nat(2) }) },
  { weight: 3, arbitrary: record({ kind: constant('give-back'), payment: nat(5), code }) },
  {
    weight: 1,
    arbitrary: record({ kind: constant('allow'), payment: nat(3), account: constantFrom('same', 'another') }),
  },
  {
    weight: 1,
    arbitrary: record({
      kind: constant('quota'),
      reference: nat(2),
      amountFen: integer({ min: 1, max: 300_000 }),
    }),
  },
  { weight: 1, arbitrary: record({ kind: constant('die'), person, inMonth: constantFrom(false, false, true) }) },
  {
    weight: 2,
    arbitrary: record({
      kind: constant('recover'),
      verb: constantFrom('answer', 'propose', 'approve', 'withdraw'),
      recovery: nat(3),
      by: nat(2),
    }),
  },
  { weight: 1, arbitrary: record({ kind: constant('ask-back'), person }) },
  {
    weight: 3,
    arbitrary: record({
      kind: constant('repay'),
      recovery: nat(3),
      reference: nat(30),
      share: constantFrom('some', 'all', 'too-much'),
    }),
  },
  { weight: 3, arbitrary: record({ kind: constant('draw') }) },
  { weight: 3, arbitrary: record({ kind: constant('run') }) },
  {
    weight: 8,
    arbitrary: record({
      kind: constant('act'),
      verb: constantFrom('submit', 'approve', 'release'),
      run: nat(5),
      by: nat(3),
    }),
  },
  {
    weight: 8,
    arbitrary: record({ kind: constant('work'), mood, code }),
  },
) as Arbitrary<Happening>;

const histories = array(happening, { minLength: 40, maxLength: 200 });
const numRuns = 120;

/** Some quota and some payees are there from the beginning, so that many histories pay somebody and many run short. */
const beginnings: readonly Happening[] = [
  { kind: 'quota', reference: 9, amountFen: 250_000 },
  ...[0, 1, 2].flatMap((each): Happening[] => [
    { kind: 'confirm', person: each, amountFen: 100_000 + each },
    { kind: 'account', person: each, card: 0 },
  ]),
];

async function begin(): Promise<RandomHistory> {
  const history = new RandomHistory();
  for (const one of beginnings) await history.happen(one);
  return history;
}

describe('whatever officers and the bank do, in whatever order', () => {
  test('the books balance after every step, and nothing is paid twice (I1–I7, I9)', async () => {
    let ended = 0;
    let paidAgain = 0;
    let repaid = 0;
    await assert(
      asyncProperty(histories, async (happenings) => {
        const history = await begin();
        for (const one of happenings) {
          await history.happen(one);
          expect(history.broken()).toBeUndefined();
        }
        if (history.payments().some(({ status }) => status === 'settled' || status === 'rejected')) ended += 1;
        if (history.payments().some(({ kind, status }) => kind === 'RETURN' && status === 'settled')) paidAgain += 1;
        if (history.recoveries().some(({ status }) => status === 'closed')) repaid += 1;
      }),
      { numRuns },
    );
    // A property that is never tried proves nothing: some histories must have reached the end of a payment.
    expect(ended).toBeGreaterThan(numRuns / 10);
    expect(paidAgain).toBeGreaterThan(numRuns / 50);
    expect(repaid).toBeGreaterThan(0);
  }, 60_000);

  test('once the bank is well again every released payment comes to its end, as the bank has it', async () => {
    await assert(
      asyncProperty(histories, async (happenings) => {
        const history = await begin();
        for (const one of happenings) await history.happen(one);
        await history.heal();
        expect(history.broken()).toBeUndefined();
        expect(history.notAskedBack()).toEqual([]);
        const released = history.runs().filter(({ releasedBy }) => releasedBy !== undefined);
        expect(released.filter(({ status }) => status !== 'completed')).toEqual([]);
        const idsOf = (wanted: string) =>
          history.payments().flatMap(({ id, status }): string[] => (status === wanted ? [id] : []));
        const paid = history.bank.paid().map(({ txnRef }) => txnRef);
        const kept = history.bank.kept().map(({ txnRef }) => txnRef);
        expect(idsOf('settled').toSorted()).toEqual(kept.toSorted());
        expect([...idsOf('settled'), ...idsOf('returned')].toSorted()).toEqual(paid.toSorted());
      }),
      { numRuns },
    );
  }, 60_000);
});
