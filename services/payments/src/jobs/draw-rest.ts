import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import { PayRunId } from '@minzheng/types';
import { drawPage } from '../adapters/draw-page.ts';
import type { Stores } from '../adapters/stores.ts';
import { DRAW_REST } from '../domain/pay-run-jobs.ts';

/** Draws the pages that the maker's own request left over; one page a commit, so that a restart goes on where it stood. */
export function drawRest(stores: Stores): ErrandJob {
  return errand(DRAW_REST, async ({ subject }, context) => {
    while (await drawNext(stores, PayRunId.parse(subject), context));
  });
}

function drawNext(stores: Stores, payRunId: PayRunId, { store, cause }: ErrandContext): Promise<boolean> {
  return store.commit(cause, async (tx) => {
    const run = await tx.find(stores.payRuns, payRunId);
    const drawn = run?.status === 'drawing' ? await drawPage(tx, stores, run) : run;
    if (drawn?.status === 'drawing') return true;
    tx.unschedule(DRAW_REST, payRunId);
    return false;
  });
}
