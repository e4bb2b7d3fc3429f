import { Fault, Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { ApplicationId } from '@minzheng/types';
import type { Caller, DivisionCode, PersonId } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import type { Settings } from '../config.ts';
import type { Application, Member } from '../domain/application-state.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { submit } from '../domain/submission.ts';
import type { Asked } from '../domain/submission.ts';

/**
 * A person registered a moment ago becomes known by an event. As a fault, not a refusal, the answer is not kept under the
 * Idempotency-Key, so that sending the same again can succeed.
 */
class MemberNotResolved extends Fault {
  readonly retriable = true;
  readonly code = 'application.member-not-resolved';
}

/** What a resident sends in, whatever the programme. */
export type SentIn = Asked & { readonly divisionCode: DivisionCode; readonly members: readonly Member[] };

/** Keeps what a resident sends in; every member must have been resolved. */
export async function sendIn(
  tx: Transaction,
  collections: Collections,
  settings: Settings,
  rules: RuleBook,
  { personId: applicantId }: Caller,
  sent: SentIn,
): Promise<Application> {
  if (applicantId === undefined) throw new Refused({ code: 'auth.role-not-allowed' });
  const { survivorOf } = collections.persons;
  const id = ApplicationId.parse(tx.newId());
  const circumstances = { district: settings.DISTRICT, at: tx.at };
  const application = await tx.apply(collections.applications, id, () =>
    submit({ id, applicantId, ...asOne(sent, survivorOf), ...circumstances }, rulesOn(rules, tx.today)),
  );
  const known = await tx.load(collections.knownPersons, idsOf(sent.members));
  if (known.size < sent.members.length) throw new MemberNotResolved('a member is not known yet');
  return application;
}

/** Whoever sends in ids from before a merge means the ones that stay. */
function asOne(sent: SentIn, survivorOf: (personId: PersonId) => PersonId): SentIn {
  const named = <T extends { readonly personId: PersonId }>(one: T): T => ({
    ...one,
    personId: survivorOf(one.personId),
  });
  const members = sent.members.map(named);
  if (sent.programme === 'TL_E') return { ...sent, members };
  const { facts } = sent;
  return { ...sent, members, facts: { ...facts, wages: facts.wages.map(named), pensions: facts.pensions.map(named) } };
}

export const idsOf = (members: readonly Member[]): PersonId[] => members.map(({ personId }) => personId);
