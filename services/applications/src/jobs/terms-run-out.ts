import { onDue } from '@minzheng/service';
import type { DueJob, ErrandContext, Job } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { refuse, TermKind } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { drawCaseNumber } from '../adapters/draw-case-number.ts';
import { settleClaims } from '../adapters/settle-claims.ts';
import { isDevolved } from '../config.ts';
import type { Settings } from '../config.ts';
import { abandon, accept } from '../domain/application.ts';
import type { HouseholdCase } from '../domain/application-state.ts';
import { runOut, termDeadline } from '../domain/case-terms.ts';
import { onHousehold } from '../domain/case-step.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';

const decidedBySilence: readonly TermKind[] = ['acceptance', 'supplement'];

/** A term that runs out is a fact for everybody to see; only two of them decide something by it (DOMAIN §2.1 rows 2, 3). */
export function termsRunOut(collections: Collections, settings: Settings, rules: RuleBook): Job[] {
  const told = TermKind.options.filter((kind) => !decidedBySilence.includes(kind));
  return [
    ...told.map((kind) =>
      onDue(termDeadline(kind), {
        into: collections.applications,
        decide: (application, at) => (application ? runOut(application, kind, at) : refuse('application.not-found')),
      }),
    ),
    bySilence('acceptance', collections, 'submitted', (tx, household) =>
      acceptSilently(tx, collections, settings, rules, household),
    ),
    bySilence('supplement', collections, 'supplement', (tx, household) =>
      abandonUnsupplied(tx, collections, household),
    ),
  ];
}

/** The deadline goes in the transaction of its effect; a case that has moved on meanwhile is left alone. */
function bySilence(
  kind: TermKind,
  { applications }: Collections,
  status: HouseholdCase['status'],
  effect: (tx: Transaction, household: HouseholdCase) => Promise<void>,
): DueJob {
  return {
    type: 'due',
    kind: termDeadline(kind),
    run: async ({ subject }, { store, cause }: ErrandContext) => {
      await store.commit(cause, async (tx) => {
        tx.unschedule(termDeadline(kind), subject);
        const found = await tx.find(applications, subject);
        if (found !== undefined && found.programme !== 'TL_E' && found.status === status) await effect(tx, found);
      });
    },
  };
}

/** 逾期不告知补正的，视为受理: nobody has said in time that anything is missing. */
async function acceptSilently(
  tx: Transaction,
  collections: Collections,
  settings: Settings,
  rules: RuleBook,
  { id, programme }: HouseholdCase,
): Promise<void> {
  const number = await drawCaseNumber(tx, collections, settings, programme);
  const accepted = onHousehold('accept', (found) => {
    const acceptance = { at: tx.at, isDevolved: isDevolved(settings, found) };
    return accept(found, acceptance, number, rulesOn(rules, tx.today));
  });
  await tx.apply(collections.applications, id, (found) => (found ? accepted(found) : refuse('application.not-found')));
}

async function abandonUnsupplied(tx: Transaction, collections: Collections, { id }: HouseholdCase): Promise<void> {
  const abandoned = onHousehold('abandon', (found) => abandon(found, tx.at));
  const application = await tx.apply(collections.applications, id, (found) =>
    found ? abandoned(found) : refuse('application.not-found'),
  );
  await settleClaims(tx, collections, application, 'free');
}
