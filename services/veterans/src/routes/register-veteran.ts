import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Fault, Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { DivisionCode, PersonId, VeteranId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import type { Settings } from '../config.ts';
import { StatedFacts } from '../domain/service-facts.ts';
import { HOLDING, registerVeteran } from '../domain/veteran.ts';
import { actOf, entryOf, OFFICERS } from './officer.ts';
import { veteranView, VeteranView } from './veteran-view.ts';

/**
 * A person registered a moment ago becomes known by an event. As a fault, not a refusal, the answer is not kept under the
 * Idempotency-Key, so that sending the same again can succeed.
 */
class PersonNotResolved extends Fault {
  readonly retriable = true;
  readonly code = 'veteran.person-not-resolved';
}

export const registerVeteranRoute = (collections: Collections, { DISTRICT: district }: Settings): Route =>
  command({
    path: '/veterans',
    operationId: 'registerVeteran',
    summary: 'Enter a person in the register of veterans (优抚对象登记)',
    roles: OFFICERS,
    body: z.strictObject({ personId: PersonId, divisionCode: DivisionCode, facts: StatedFacts }),
    reply: { status: 201, body: VeteranView },
    decide: async (tx, { body, caller }) => {
      const id = VeteranId.parse(tx.newId());
      const act = actOf(tx, caller);
      const veteran = await tx.apply(collections.veterans, id, () => registerVeteran({ id, ...body, district }, act));
      await assertResolved(tx, collections, body.personId);
      await assertNoOther(tx, collections, veteran);
      tx.audit(entryOf('veteran.register', veteran));
      return veteranView(veteran);
    },
  });

async function assertResolved(tx: Transaction, { knownPersons }: Collections, personId: PersonId): Promise<void> {
  const known = await tx.load(knownPersons, [personId]);
  if (!known.has(personId)) throw new PersonNotResolved('the person is not known yet');
}

/** Said clearly where it can be seen; where two officers enter the same person at once, the unique index decides. */
async function assertNoOther(
  tx: Transaction,
  { veterans, persons }: Collections,
  { id, personId }: { readonly id: VeteranId; readonly personId: PersonId },
): Promise<void> {
  const holders = await tx.list(
    veterans,
    { personId: { $in: persons.allOf(personId) }, status: { $in: HOLDING } },
    { limit: 2 },
    'system',
  );
  if (holders.some((other) => other.id !== id)) throw new Refused({ code: 'veteran.already-registered' });
}
