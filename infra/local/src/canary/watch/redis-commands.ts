import { once } from 'node:events';
import { connect } from 'node:net';
import type { Spool } from './spool.ts';

/** Everything that Redis is told from now on: what lives there for a second is gone when its keys are read. */
export async function watchRedis(redisUrl: string, spool: Spool): Promise<{ stop(): void }> {
  const { hostname, port } = new URL(redisUrl);
  const socket = connect(Number(port), hostname);
  let left = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    const all = Buffer.concat([left, chunk]);
    const end = all.lastIndexOf('\n') + 1;
    if (end > 0) spool.add(all.subarray(0, end));
    left = all.subarray(end);
  });
  await once(socket, 'connect');
  socket.write('MONITOR\r\n');
  await once(socket, 'data');
  socket.on('error', () => undefined);
  return { stop: () => socket.destroy() };
}
