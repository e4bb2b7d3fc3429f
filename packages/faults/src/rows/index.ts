import type { Row } from '../row.ts';
import { killPrimary } from './01-kill-primary.ts';
import { freezePrimary } from './02-freeze-primary.ts';
import { killSecondary } from './03-kill-secondary.ts';
import { killBothSecondaries } from './04-kill-both-secondaries.ts';
import { partitionedPrimary } from './05-partitions.ts';
import { halfPartitionedPrimary } from './05-partitions.ts';
import { commitUnanswered } from './10-commit-unanswered.ts';
import { hotKey } from './11-hot-key.ts';
import { longTransaction } from './12-long-transaction.ts';
import { killLeader } from './19-kill-leader.ts';
import { freezeLeader } from './20-freeze-leader.ts';
import { freezeCoordinator } from './21-freeze-coordinator.ts';
import { twoBrokersDown } from './22-two-brokers-down.ts';
import { allBrokersDown } from './23-all-brokers-down.ts';
import { killController } from './24-kill-controller.ts';
import { overlappingSends } from './26-overlapping-sends.ts';
import { sequenceGap } from './27-sequence-gap.ts';
import { offsetsBackwards } from './28-offsets-backwards.ts';
import { fullReplay } from './29-full-replay.ts';
import { outOfRange } from './30-out-of-range.ts';
import { blockedReader } from './31-blocked-reader.ts';
import { zombieReader } from './32-zombie.ts';
import { topicMissing } from './36-topic-missing.ts';
import { slowReader } from './37-slow-reader.ts';
import { tooLargeToSend } from './38-too-large-to-send.ts';
import { fetchesNothing } from './39-fetches-nothing.ts';
import { unrelatedErrors } from './40-unrelated-errors.ts';
import { unreadable } from './41-unreadable.ts';
import { wrongSchema } from './42-wrong-schema.ts';
import { unknownType } from './43-unknown-type.ts';
import { tooMuch } from './44-too-much.ts';
import { forbiddenNames } from './45-forbidden-names.ts';
import { sameOffsetAgain } from './46-same-offset-again.ts';
import { sameEventAgain } from './47-same-event-again.ts';
import { sameIdOtherContent } from './48-same-id-other-content.ts';
import { poison } from './53-poison.ts';
import { failingReaction } from './54-failing-reaction.ts';
import { strangeHeaders } from './55-strange-headers.ts';
import { randomKills } from './56-random-kills.ts';
import { killedBeforeSend } from './57-killed-before-send.ts';
import { killedBeforeMark } from './58-killed-before-mark.ts';
import { twoOwners } from './59-two-owners.ts';
import { sigtermUnderLoad } from './60-sigterm-under-load.ts';
import { redisAway } from './70-redis-away.ts';
import { redisFlushed } from './71-redis-flushed.ts';
import { redisFull } from './72-redis-full.ts';
import { pausedLockHolder } from './73-paused-lock-holder.ts';

/** Every row that has a program, in the order of DELIVERY §4. */
export const rows: readonly Row[] = [
  killPrimary,
  freezePrimary,
  killSecondary,
  killBothSecondaries,
  partitionedPrimary,
  halfPartitionedPrimary,
  commitUnanswered,
  hotKey,
  longTransaction,
  killLeader,
  freezeLeader,
  freezeCoordinator,
  twoBrokersDown,
  allBrokersDown,
  killController,
  overlappingSends,
  sequenceGap,
  offsetsBackwards,
  fullReplay,
  outOfRange,
  blockedReader,
  zombieReader,
  topicMissing,
  slowReader,
  tooLargeToSend,
  fetchesNothing,
  unrelatedErrors,
  unreadable,
  wrongSchema,
  unknownType,
  tooMuch,
  forbiddenNames,
  sameOffsetAgain,
  sameEventAgain,
  sameIdOtherContent,
  poison,
  failingReaction,
  strangeHeaders,
  randomKills,
  killedBeforeSend,
  killedBeforeMark,
  twoOwners,
  sigtermUnderLoad,
  redisAway,
  redisFlushed,
  redisFull,
  pausedLockHolder,
];
