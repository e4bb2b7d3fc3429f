import { onDue } from '@minzheng/service';
import type { DueJob } from '@minzheng/service';
import { decided } from '@minzheng/types';
import { existing } from '../adapters/existing.ts';
import type { Stores } from '../adapters/stores.ts';
import { ANSWER_TERM, lapseRecovery } from '../domain/recovery.ts';
import type { Recovery } from '../domain/recovery.ts';

/** The time to answer has run out: from now on a decision can be proposed without an answer. One that came at the last moment stands. */
export function lapseRecoveries({ recoveries }: Stores): DueJob {
  return onDue<Recovery>(ANSWER_TERM, {
    into: recoveries,
    decide: existing<Recovery>('recovery.not-found', (recovery) =>
      recovery.status === 'noticed' ? lapseRecovery(recovery) : decided(recovery),
    ),
  });
}
