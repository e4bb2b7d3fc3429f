import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Fault, Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { ApplicationId, DivisionCode } from '@minzheng/types';
import type { PersonId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import type { Settings } from '../config.ts';
import { Members } from '../domain/application-state.ts';
import type { Member } from '../domain/application-state.ts';
import { claim } from '../domain/household-claim.ts';
import { Facts } from '../domain/means-test/facts.ts';
import { ReliefFacts } from '../domain/programmes/tl-e/relief-facts.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { submit } from '../domain/submission.ts';
import { CaseView, caseView } from './case-view.ts';

const applying = { divisionCode: DivisionCode, members: Members };

/** Each programme asks for its own facts. */
const Body = z.discriminatedUnion('programme', [
  z.strictObject({ programme: z.literal('DB'), ...applying, facts: Facts }),
  z.strictObject({ programme: z.literal('DBB'), ...applying, facts: Facts }),
  z.strictObject({ programme: z.literal('TL_E'), ...applying, facts: ReliefFacts }),
]);

/**
 * A person registered a moment ago becomes known by an event. As a fault, not a refusal, the answer is not kept under the
 * Idempotency-Key, so that sending the same again can succeed.
 */
class MemberNotResolved extends Fault {
  readonly retriable = true;
  readonly code = 'application.member-not-resolved';
}

export const submitApplication = (collections: Collections, settings: Settings, rules: RuleBook): Route =>
  command({
    path: '/applications',
    operationId: 'submitApplication',
    summary:
      'Apply for the minimum living allowance (低保) or as a household on its margin (低边), or report an emergency (急难)',
    roles: ['resident'],
    body: Body,
    reply: { status: 201, body: CaseView },
    decide: async (tx, { body, caller }) => {
      const { personId: applicantId } = caller;
      if (applicantId === undefined) throw new Refused({ code: 'auth.role-not-allowed' });
      const id = ApplicationId.parse(tx.newId());
      const circumstances = { district: settings.DISTRICT, at: tx.at };
      const application = await tx.apply(collections.applications, id, () =>
        submit({ id, applicantId, ...body, ...circumstances }, rulesOn(rules, tx.today)),
      );
      await assertResolved(tx, collections, body.members);
      // Emergency relief may be added to any other support (DOMAIN §1.11), so it takes no place.
      if (body.programme !== 'TL_E') await claimPlaces(tx, collections, body.members, id);
      return caseView(application, caller, tx.at);
    },
  });

async function assertResolved(
  tx: Transaction,
  { knownPersons }: Collections,
  members: readonly Member[],
): Promise<void> {
  const known = await tx.load(knownPersons, idsOf(members));
  if (known.size < members.length) throw new MemberNotResolved('a member is not known yet');
}

async function claimPlaces(
  tx: Transaction,
  { claims }: Collections,
  members: readonly Member[],
  applicationId: ApplicationId,
): Promise<void> {
  // In one order for everybody, so that two households with a member in common do not wait for one another.
  for (const personId of idsOf(members).toSorted())
    await tx.apply(claims, personId, (held) => claim(held, personId, applicationId), { cause: { viewer: 'system' } });
}

const idsOf = (members: readonly Member[]): PersonId[] => members.map(({ personId }) => personId);
