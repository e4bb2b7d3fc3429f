import { describe, expect, test } from '@jest/globals';
import { nobodyMerged } from '@minzheng/service';
import { AllowanceAwarded, AllowanceEnded, CaseConfirmed, DivisionCode, PersonId } from '@minzheng/types';
import type { CloudEvent, NewEvent } from '@minzheng/types';
import { at, month } from '../../test/samples.ts';
import { InMemoryStore } from '../../test/in-memory-store.ts';
import { openStores } from '../adapters/stores.ts';
import type { Entitlement } from '../domain/entitlement.ts';
import { onAllowanceAwarded } from './allowance-awarded.ts';
import { onAllowanceEnded } from './allowance-ended.ts';
import { onCaseConfirmed } from './case-confirmed.ts';

const stores = openStores(new InMemoryStore(at).asStore, nobodyMerged);
const [starts, ends, confirms] = [onAllowanceAwarded, onAllowanceEnded, onCaseConfirmed].map((of) => of(stores));
if (!starts || !ends || !confirms) throw new Error('there are three reactions');

const concerning = { personId: PersonId.parse('p-1'), divisionCode: DivisionCode.parse('330302006') };
const granted = { decisionId: 'dec-1', monthlyFen: 18_000, payFrom: month, decidedOn: '2026-11-24', sample: true };
const allowance = { allowanceId: 'all-1', category: 'V09' } as const;
const awarded = AllowanceAwarded.of({
  subject: 'all-1',
  ...concerning,
  data: { ...allowance, ...granted, programme: 'VET_LIVING', ruleIds: ['V09', 'VET-10'] },
});
const ended = AllowanceEnded.of({
  subject: 'all-1',
  ...concerning,
  data: { ...allowance, decisionId: 'dec-1', lastMonth: month, endedOn: '2026-12-20' },
});

const arrived = ({ personId, divisionCode, ...event }: NewEvent): CloudEvent =>
  ({ ...event, id: 'e-1', personid: personId, divisioncode: divisionCode }) as unknown as CloudEvent;

function owed(): Entitlement {
  const decision = starts?.decide(undefined, arrived(awarded), at);
  if (decision === undefined || decision === 'ignore' || !decision.ok) throw new Error('an award is owed');
  return decision.state as Entitlement;
}

describe('an awarded allowance', () => {
  test('becomes a sum owed every month, and says that it comes from an allowance', () => {
    const decision = starts.decide(undefined, arrived(awarded), at);
    const origin = { kind: 'allowance', allowanceId: 'all-1' };
    expect(decision).toMatchObject({
      state: { id: starts.id(arrived(awarded)), origin, programme: 'VET_LIVING', monthlyFen: 18_000, from: month },
      events: [{ type: 'org.minzheng.payments.entitlement.started.v1', data: { origin } }],
    });
  });

  test('told twice is owed once', () => {
    expect(starts.decide(owed(), arrived(awarded), at)).toBe('ignore');
  });

  test('that says nobody or nowhere is parked', () => {
    for (const lacking of ['personid', 'divisioncode']) {
      const event = { ...arrived(awarded), [lacking]: undefined };
      expect(() => starts.decide(undefined, event, at)).toThrow(/no person or no division/);
    }
  });

  test('is another entitlement than a case of the same decision', () => {
    const confirmed = CaseConfirmed.of({
      subject: 'app-1',
      ...concerning,
      data: {
        ...granted,
        applicationId: 'app-1',
        caseNumber: 'LC-DB-202611-000001-8',
        programme: 'DB',
        ruleIds: [],
      },
    });
    expect(confirms.id(arrived(confirmed))).not.toBe(starts.id(arrived(awarded)));
  });
});

describe('an allowance that has ended', () => {
  test('ends the entitlement of its award with the last month that is owed', () => {
    const entitlement = owed();
    expect(ends.id(arrived(ended))).toBe(entitlement.id);
    expect(ends.decide(entitlement, arrived(ended), at)).toMatchObject({ state: { status: 'ended', until: month } });
  });

  test('told twice ends once', () => {
    const entitlement: Entitlement = { ...owed(), status: 'ended', until: month };
    expect(ends.decide(entitlement, arrived(ended), at)).toBe('ignore');
  });

  test('and was never awarded is parked', () => {
    expect(() => ends.decide(undefined, arrived(ended), at)).toThrow(/never awarded/);
  });
});
