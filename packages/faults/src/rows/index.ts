import type { Row } from '../row.ts';
import { killPrimary } from './01-kill-primary.ts';
import { freezePrimary } from './02-freeze-primary.ts';
import { killSecondary } from './03-kill-secondary.ts';
import { killBothSecondaries } from './04-kill-both-secondaries.ts';
import { hotKey } from './11-hot-key.ts';
import { longTransaction } from './12-long-transaction.ts';
import { killLeader } from './19-kill-leader.ts';
import { freezeLeader } from './20-freeze-leader.ts';
import { freezeCoordinator } from './21-freeze-coordinator.ts';
import { twoBrokersDown } from './22-two-brokers-down.ts';
import { allBrokersDown } from './23-all-brokers-down.ts';
import { killController } from './24-kill-controller.ts';
import { blockedReader } from './31-blocked-reader.ts';
import { zombieReader } from './32-zombie.ts';
import { unreadable } from './41-unreadable.ts';
import { randomKills } from './56-random-kills.ts';
import { killedBeforeSend } from './57-killed-before-send.ts';
import { killedBeforeMark } from './58-killed-before-mark.ts';
import { twoOwners } from './59-two-owners.ts';
import { sigtermUnderLoad } from './60-sigterm-under-load.ts';
import { redisAway } from './70-redis-away.ts';
import { redisFlushed } from './71-redis-flushed.ts';

/** Every row that has a program, in the order of DELIVERY §4. */
export const rows: readonly Row[] = [
  killPrimary,
  freezePrimary,
  killSecondary,
  killBothSecondaries,
  hotKey,
  longTransaction,
  killLeader,
  freezeLeader,
  freezeCoordinator,
  twoBrokersDown,
  allBrokersDown,
  killController,
  blockedReader,
  zombieReader,
  unreadable,
  randomKills,
  killedBeforeSend,
  killedBeforeMark,
  twoOwners,
  sigtermUnderLoad,
  redisAway,
  redisFlushed,
];
