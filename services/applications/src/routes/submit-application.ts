import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import type { Transaction } from '@minzheng/store';
import { DivisionCode } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import type { Settings } from '../config.ts';
import { Members } from '../domain/application-state.ts';
import type { Application } from '../domain/application-state.ts';
import { claim } from '../domain/household-claim.ts';
import { Facts } from '../domain/means-test/facts.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseView, caseView } from './case-view.ts';
import { idsOf, sendIn } from './send-in.ts';

const Body = z.strictObject({
  programme: z.enum(['DB', 'DBB']),
  divisionCode: DivisionCode,
  members: Members,
  facts: Facts,
});

export const submitApplication = (collections: Collections, settings: Settings, rules: RuleBook): Route =>
  command({
    path: '/applications',
    operationId: 'submitApplication',
    summary: 'Apply for the minimum living allowance (低保), or as a household on its margin (低边)',
    roles: ['resident'],
    body: Body,
    reply: { status: 201, body: CaseView },
    decide: async (tx, { body, caller }) => {
      const application = await sendIn(tx, collections, settings, rules, caller, body);
      await claimPlaces(tx, collections, application);
      return caseView(application, caller, tx.at);
    },
  });

async function claimPlaces(
  tx: Transaction,
  { claims, persons }: Collections,
  { id, members }: Application,
): Promise<void> {
  // In one order for everybody, so that two households with a member in common do not wait for one another.
  for (const personId of idsOf(members).map(persons.survivorOf).toSorted())
    await tx.apply(claims, personId, (held) => claim(held, personId, id), { cause: { viewer: 'system' } });
}
