import { LEASE_MS, leaseLeftMs, runDyingRelay } from '../dying-relay.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';

const COMMITS = 20;
const AFTER_LEASE_MS = 1_000;
/** How exactly this program can look, on a machine that is busy with eight servers. */
const LOOKING_MS = 500;

/** What a dead process has committed and not sent is sent by the next owner, as soon as the lease has run out. */
export const killedBeforeSend: Row = {
  number: 57,
  name: 'kill -9 between the commit and its sending',
  run: async (bench) => {
    await runDyingRelay(bench, 'before-send', COMMITS);
    const expiresMs = performance.now() + (await leaseLeftMs(bench));
    await Promise.all([bench.start('writer'), bench.start('reader')]);
    const unsent = bench.database('writer').collection('outbox');
    await bench.until(
      'the next owner has sent all',
      2 * LEASE_MS,
      async () => (await unsent.countDocuments({ st: 0 })) === 0,
    );
    const lateMs = Math.round(performance.now() - expiresMs);
    bench.note(`sent ${lateMs} ms after the lease had run out`);
    expectThat(lateMs < AFTER_LEASE_MS + LOOKING_MS, `sent only ${lateMs} ms after the lease had run out`);
    await bench.load({ keys: 2 });
  },
};
