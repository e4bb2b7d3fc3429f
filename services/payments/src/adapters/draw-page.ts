import type { Transaction } from '@minzheng/store';
import type { DivisionCode, ProgrammeCode } from '@minzheng/types';
import type { Account } from '../domain/account.ts';
import { openAccountMissing, accountMissingId } from '../domain/desk-task.ts';
import { drawLines, paymentIdIn } from '../domain/draw-lines.ts';
import type { DrawnPage } from '../domain/draw-lines.ts';
import type { Entitlement } from '../domain/entitlement.ts';
import { drawIntoPayRun } from '../domain/pay-run.ts';
import type { PayRun } from '../domain/pay-run.ts';
import { brandNew, existing } from './existing.ts';
import type { Stores } from './stores.ts';

/** Entitlements looked at in one commit; each gives at most one line. */
const PAGE = 500;
const AS_SYSTEM = { cause: { viewer: 'system' } } as const;

/** Draws the next page of entitlements into the run, in one commit: lines, files, tasks and where the drawing stands. */
export async function drawPage(tx: Transaction, stores: Stores, run: PayRun): Promise<PayRun> {
  const page = { limit: PAGE, ...(run.cursor !== undefined && { after: { id: run.cursor } }) };
  const oneOffFen = { $exists: run.kind === 'ONE_OFF' };
  const filter = { from: { $lte: run.period }, divisionCode: within(run.divisionCode), oneOffFen };
  const entitlements = await tx.list(stores.entitlements, filter, page, 'system');
  const accounts = await accountsOf(tx, stores, entitlements);
  const ids = entitlements.map((entitlement) => paymentIdIn(run, entitlement));
  const payments = await tx.load(stores.payments, ids);
  const drawn = drawLines(run, {
    entitlements,
    payeeOf: (entitlement) => accounts.get(payeeKey(entitlement)),
    existing: new Set(ids.filter((id) => payments.has(id))),
  });
  await keep(tx, stores, drawn);
  await openTasks(tx, stores, run, drawn.withoutAccount);
  return await tx.apply(
    stores.payRuns,
    run.id,
    existing('pay-run.not-found', (state) =>
      drawIntoPayRun(state, {
        files: drawn.files.map(({ file }) => file),
        withoutAccount: drawn.withoutAccount.map(({ id }) => id),
        cursor: entitlements.at(-1)?.id,
        isLastPage: entitlements.length < PAGE,
      }),
    ),
  );
}

/** Codes are digits, and ':' is the character after them: every code within the division lies between the two. */
const within = (division: DivisionCode) => ({ $gte: division, $lt: `${division}:` as DivisionCode });

const payeeKey = ({ personId, programme }: Pick<Account, 'personId' | 'programme'>): string =>
  `${personId}|${programme}`;

type Payees = Map<string, { accountId: Account['id']; last4: string }>;

/** One query per programme: a person has at most one active account in each. */
async function accountsOf(tx: Transaction, stores: Stores, entitlements: readonly Entitlement[]): Promise<Payees> {
  const payees: Payees = new Map();
  for (const [programme, ofProgramme] of Map.groupBy(entitlements, (entitlement) => entitlement.programme)) {
    for (const account of await activeAccounts(tx, stores, programme, ofProgramme)) {
      payees.set(payeeKey(account), { accountId: account.id, last4: account.last4 });
    }
  }
  return payees;
}

function activeAccounts(
  tx: Transaction,
  { accounts }: Stores,
  programme: ProgrammeCode,
  entitlements: readonly Entitlement[],
): Promise<Account[]> {
  const personIds = [...new Set(entitlements.map(({ personId }) => personId))];
  return tx.list(accounts, { personId: { $in: personIds }, programme, status: 'active' }, { limit: PAGE }, 'system');
}

async function keep(tx: Transaction, stores: Stores, { files }: DrawnPage): Promise<void> {
  for (const { file, lines } of files) {
    await tx.apply(stores.bankFiles, file.id, brandNew(file), AS_SYSTEM);
    for (const line of lines) await tx.apply(stores.payments, line.id, brandNew(line), AS_SYSTEM);
  }
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
