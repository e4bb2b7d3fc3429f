import { onDue } from '@minzheng/service';
import type { DueJob } from '@minzheng/service';
import { instant } from '@minzheng/types';
import { existing } from '../adapters/existing.ts';
import type { Stores } from '../adapters/stores.ts';
import { remindOfUnclaimed, UNCLAIMED } from '../domain/reissue.ts';
import type { Reissue } from '../domain/reissue.ts';

/** Money that still waits is told of after 30, 60 and 90 days. */
export function remindUnclaimed({ reissues }: Stores): DueJob {
  return onDue<Reissue>(UNCLAIMED, {
    into: reissues,
    decide: (reissue, at) =>
      existing<Reissue>('payment.nothing-to-replace', (state) => remindOfUnclaimed(state, instant.civilDate(at)))(
        reissue,
      ),
  });
}
