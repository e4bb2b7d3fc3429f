import type { Transaction } from '@minzheng/store';
import type { DivisionCode, PaymentId } from '@minzheng/types';
import { openAccountMissing, accountMissingId } from '../domain/desk-task.ts';
import { drawLines, paymentIdIn } from '../domain/draw-lines.ts';
import type { DrawnPage, Replacement } from '../domain/draw-lines.ts';
import type { Entitlement } from '../domain/entitlement.ts';
import type { Payment } from '../domain/payment.ts';
import { drawIntoPayRun } from '../domain/pay-run.ts';
import type { PayRun } from '../domain/pay-run.ts';
import { drawReissue, isStillOwed, replacementId, takes } from '../domain/reissue.ts';
import type { Reissue } from '../domain/reissue.ts';
import { brandNew, existing } from './existing.ts';
import { payeesOf } from './payees.ts';
import type { Payees } from './payees.ts';
import type { Stores } from './stores.ts';

/** Entitlements looked at in one commit; each gives at most one line. */
const PAGE = 500;
/** Sums to be paid again that are looked at in the same commit. */
const REISSUES = 100;
const AS_SYSTEM = { cause: { viewer: 'system' } } as const;

/** Draws the next page of what is due into the run, in one commit: lines, files, tasks and where the drawing stands. */
export async function drawPage(tx: Transaction, stores: Stores, run: PayRun): Promise<PayRun> {
  const entitlements = await entitlementsOf(tx, stores, run);
  const reissues = await reissuesOf(tx, stores, run);
  const payees = await payeesOf(tx, stores, [...entitlements, ...reissues]);
  const replacements = await replacementsOf(tx, stores, reissues, payees);
  const existingIds = await existingOf(tx, stores, [
    ...entitlements.map((entitlement) => paymentIdIn(run, entitlement)),
    ...replacements.map(({ replaced }) => replacementId(replaced)),
  ]);
  const drawn = drawLines(run, { entitlements, payeeOf: payees.payeeOf, replacements, existing: existingIds });
  await keep(tx, stores, drawn);
  const unknown = drawn.withoutAccount.filter((entitlement) => !payees.isKnown(entitlement));
  await openTasks(tx, stores, run, unknown);
  return await tx.apply(
    stores.payRuns,
    run.id,
    existing('pay-run.not-found', (state) =>
      drawIntoPayRun(state, {
        files: drawn.files.map(({ file }) => file),
        withoutAccount: drawn.withoutAccount.map(({ id }) => id),
        cursor: entitlements.at(-1)?.id,
        reissueCursor: reissues.at(-1)?.id,
        isLastPage: entitlements.length < PAGE && reissues.length < REISSUES,
      }),
    ),
  );
}

function entitlementsOf(tx: Transaction, stores: Stores, run: PayRun): Promise<Entitlement[]> {
  const oneOffFen = { $exists: run.kind === 'ONE_OFF' };
  const filter = { from: { $lte: run.period }, divisionCode: within(run.divisionCode), oneOffFen };
  return tx.list(stores.entitlements, filter, pageFrom(PAGE, run.cursor), 'system');
}

function reissuesOf(tx: Transaction, stores: Stores, run: PayRun): Promise<Reissue[]> {
  const filter = { status: 'owed', divisionCode: within(run.divisionCode) } as const;
  return tx.list(stores.reissues, filter, pageFrom(REISSUES, run.reissueCursor), 'system');
}

const pageFrom = (limit: number, id: string | undefined) => ({ limit, ...(id !== undefined && { after: { id } }) });

/** Those that are still owed and have an account they may go to now. */
async function replacementsOf(
  tx: Transaction,
  stores: Stores,
  reissues: readonly Reissue[],
  { payeeOf }: Payees,
): Promise<Replacement[]> {
  const entitlements = await tx.load(
    stores.entitlements,
    reissues.map(({ entitlementId }) => entitlementId),
  );
  const drawable = reissues.flatMap((reissue) => {
    const entitlement = entitlements.get(reissue.entitlementId);
    const isDue = entitlement && isStillOwed(reissue, entitlement) && reissue.drawableFrom <= tx.today;
    const payee = isDue ? payeeOf(reissue) : undefined;
    return payee !== undefined && takes(reissue, payee.accountId) ? [{ id: reissue.id, payee }] : [];
  });
  const payments = await tx.load(
    stores.payments,
    drawable.map(({ id }) => id),
  );
  return drawable.flatMap(({ id, payee }) => {
    const replaced = payments.get(id);
    return replaced === undefined ? [] : [{ replaced, payee }];
  });
}

async function existingOf(tx: Transaction, { payments }: Stores, ids: readonly PaymentId[]): Promise<Set<PaymentId>> {
  const known = await tx.load(payments, ids);
  return new Set(ids.filter((id) => known.has(id)));
}

/** Codes are digits, and ':' is the character after them: every code within the division lies between the two. */
const within = (division: DivisionCode) => ({ $gte: division, $lt: `${division}:` as DivisionCode });

async function keep(tx: Transaction, stores: Stores, { files }: DrawnPage): Promise<void> {
  for (const { file, lines } of files) {
    await tx.apply(stores.bankFiles, file.id, brandNew(file), AS_SYSTEM);
    for (const line of lines) await keepLine(tx, stores, line);
  }
}

/** What a replacement pays is owed no more by anything else, from the same commit on. */
async function keepLine(tx: Transaction, { payments, reissues }: Stores, line: Payment): Promise<void> {
  await tx.apply(payments, line.id, brandNew(line), AS_SYSTEM);
  if (line.replacesId === undefined) return;
  await tx.apply(reissues, line.replacesId, existing('payment.nothing-to-replace', drawReissue), AS_SYSTEM);
}

async function openTasks(
  tx: Transaction,
  { tasks }: Stores,
  run: PayRun,
  entitlements: readonly Entitlement[],
): Promise<void> {
  await tx.load(
    tasks,
    entitlements.map(({ id }) => accountMissingId(id)),
  );
  for (const entitlement of entitlements) {
    const id = accountMissingId(entitlement.id);
    await tx.apply(tasks, id, (known) => openAccountMissing(known, entitlement, run.period, tx.at), AS_SYSTEM);
  }
}
