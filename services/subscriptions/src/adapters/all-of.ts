import type { Filter, Readable, Transaction } from '@minzheng/store';

const PAGE = 1_000;

/** Every row of a kind of which there are few, in the transaction's snapshot. */
export async function allOf<S extends { id: string }>(
  tx: Transaction,
  source: Readable<S>,
  filter: Filter<S>,
): Promise<S[]> {
  const rows: S[] = [];
  for (;;) {
    const last = rows.at(-1);
    const page = await tx.list(source, filter, { limit: PAGE, ...(last && { after: { id: last.id } }) }, 'system');
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}
