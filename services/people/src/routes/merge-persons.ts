import { command, staffNoOf } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { PersonId, refuse } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { confirmMerge, MergeReason, proposeMerge, rejectMerge } from '../domain/person.ts';
import type { Person } from '../domain/person.ts';

const params = z.strictObject({ personId: PersonId });

const MergeView = z.strictObject({
  personId: PersonId,
  intoPersonId: PersonId.optional(),
  status: z.enum(['proposed', 'merged', 'rejected']),
});
z.globalRegistry.add(MergeView, { id: 'MergeView' });

/** 合并: two ids turn out to be one person. One officer proposes, another confirms. */
export function mergeRoutes({ persons }: Collections): Route[] {
  return [
    command({
      path: '/people/:personId/merge',
      operationId: 'proposeMerge',
      summary: 'Propose that a person is the same as another, whose id stays (人员合并)',
      roles: ['district-reviewer'],
      params,
      body: z.strictObject({ intoPersonId: PersonId, reason: MergeReason }),
      reply: { status: 200, body: MergeView },
      decide: async (tx, { params: { personId }, body: { intoPersonId, reason }, caller }) => {
        const into = await existing(tx, { persons }, intoPersonId);
        const merge = { reason, proposedBy: staffNoOf(caller), proposedAt: tx.at };
        await changed(tx, { persons }, personId, (person) => proposeMerge(person, into, merge));
        audited(tx, 'person.propose-merge', personId);
        return { personId, intoPersonId, status: 'proposed' as const };
      },
    }),
    command({
      path: '/people/:personId/merge/confirm',
      operationId: 'confirmMerge',
      summary: 'Confirm a proposed merge; every service holds to it from here on',
      roles: ['district-decider'],
      stepUp: true,
      params,
      reply: { status: 200, body: MergeView },
      decide: async (tx, { params: { personId }, caller }) => {
        const { merge } = await existing(tx, { persons }, personId);
        if (merge === undefined) throw new Refused({ code: 'person.merge-not-proposed' });
        const into = await existing(tx, { persons }, merge.intoPersonId);
        await changed(tx, { persons }, personId, (person) => confirmMerge(person, into, staffNoOf(caller)));
        audited(tx, 'person.confirm-merge', personId);
        return { personId, intoPersonId: into.id, status: 'merged' as const };
      },
    }),
    command({
      path: '/people/:personId/merge/reject',
      operationId: 'rejectMerge',
      summary: 'Refuse a proposed merge: they are two people',
      roles: ['district-decider'],
      params,
      reply: { status: 200, body: MergeView },
      decide: async (tx, { params: { personId } }) => {
        await changed(tx, { persons }, personId, rejectMerge);
        audited(tx, 'person.reject-merge', personId);
        return { personId, status: 'rejected' as const };
      },
    }),
  ];
}

async function existing(
  tx: Transaction,
  { persons }: Pick<Collections, 'persons'>,
  personId: PersonId,
): Promise<Person> {
  const found = await tx.find(persons, personId);
  if (found === undefined) throw new Refused({ code: 'person.not-found' });
  return found;
}

const changed = (
  tx: Transaction,
  { persons }: Pick<Collections, 'persons'>,
  personId: PersonId,
  decide: (person: Person) => Decision<Person>,
): Promise<Person> =>
  tx.apply(persons, personId, (found) => (found === undefined ? refuse('person.not-found') : decide(found)));

const audited = (tx: Transaction, action: string, subjectPersonId: PersonId): void =>
  tx.audit({ action, subjectPersonId, object: `person/${subjectPersonId}`, purpose: 'person register' });
