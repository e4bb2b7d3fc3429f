import { command, refuseKeeping } from '@minzheng/http';
import type { KeptRefusal, RateLimiter, Route } from '@minzheng/http';
import { Fault, Refused } from '@minzheng/store';
import type { Transaction, Vault } from '@minzheng/store';
import { digestId, PersonId } from '@minzheng/types';
import type { DivisionCode } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { raise } from '../domain/desk-task.ts';
import { confirmAt, isSamePerson, register } from '../domain/person.ts';
import type { Identity, Person } from '../domain/person.ts';
import { readIdentity } from '../domain/read-identity.ts';

const MAX_TYPED_LENGTH = 200;
const Typed = z.string().min(1).max(MAX_TYPED_LENGTH);

/** What the door works with. */
export interface Door {
  readonly collections: Collections;
  readonly limiter: RateLimiter;
  readonly vault: Pick<Vault, 'blindIndex'>;
  readonly district: DivisionCode;
}

/** Not a refusal, which would be kept under the Idempotency-Key: a minute later the same request may pass. */
class TooManyTries extends Fault {
  readonly retriable = true;
  readonly code = 'request.rate-limited';
}

/** An ID known under another name has one answer whatever the reason, and a task for the desk in the same commit. */
export const resolvePerson = (door: Door): Route =>
  command({
    path: '/people/resolve',
    operationId: 'resolvePerson',
    summary: 'From an ID number and a name to the personId; made on first sight',
    roles: ['resident', 'street-officer', 'veterans-officer'],
    body: z.strictObject({ residentId: Typed, name: Typed }),
    reply: { status: 200, body: z.strictObject({ personId: PersonId }) },
    decide: async (tx, { body, caller, today }) => {
      const allowance = await door.limiter.consume(caller.sub);
      if (!allowance.allowed) throw new TooManyTries('too many tries to resolve a person');
      const read = readIdentity(body, today);
      if (!read.ok) throw new Refused(read.refusal);
      return await resolve(tx, door, read.identity, caller.division ?? door.district);
    },
  });

async function resolve(
  tx: Transaction,
  door: Door,
  identity: Identity,
  divisionCode: DivisionCode,
): Promise<{ personId: PersonId } | KeptRefusal> {
  const { persons } = door.collections;
  const known = await tx.findByBlind(persons, 'residentId', identity.residentId, 'system');
  if (known && !isSamePerson(known, identity)) return await refuseMismatch(tx, door, known, identity);
  const id = known?.id ?? PersonId.parse(tx.newId());
  const decide = (found: Person | undefined): ReturnType<typeof register> =>
    found ? confirmAt(found, divisionCode) : register({ id, identity, divisionCode, on: tx.today });
  await tx.apply(persons, id, decide, { cause: { viewer: 'system' } });
  tx.audit({ action: 'person.resolve', subjectPersonId: id, object: `person/${id}`, purpose: 'identity at the door' });
  return { personId: await survivorOf(tx, door.collections, id) };
}

/** Whoever was merged is known by the id that stays; that one may have been merged later. */
async function survivorOf(tx: Transaction, { persons }: Pick<Collections, 'persons'>, id: PersonId): Promise<PersonId> {
  const { mergedInto } = (await tx.find(persons, id, 'system')) ?? {};
  return mergedInto === undefined ? id : await survivorOf(tx, { persons }, mergedInto);
}

async function refuseMismatch(
  tx: Transaction,
  { collections, vault }: Door,
  { id: personId, divisionCode }: Person,
  { name: statedName }: Identity,
): Promise<KeptRefusal> {
  const id = digestId([personId, vault.blindIndex('desk_tasks.statedName', statedName)]);
  const mismatch = { id, personId, statedName, divisionCode };
  await tx.apply(collections.deskTasks, id, (found) => raise(found, mismatch, tx.at), { cause: { viewer: 'system' } });
  tx.audit({
    action: 'person.resolve-refused',
    subjectPersonId: personId,
    object: `person/${personId}`,
    purpose: 'identity at the door',
  });
  return refuseKeeping({ code: 'person.identity-not-confirmed' });
}
