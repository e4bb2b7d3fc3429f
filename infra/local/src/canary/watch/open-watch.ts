import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type OtlpReceiver, receiveOtlp } from './otlp.ts';
import { watchRedis } from './redis-commands.ts';
import { Spool } from './spool.ts';

/** What is seen only while it happens. */
export interface Watch {
  readonly telemetry: Spool;
  readonly otlp: OtlpReceiver;
  readonly redisCommands: Spool;
  /** Once Redis is there. */
  follow(redisUrl: string): Promise<void>;
  /** Forgets everything. */
  close(): Promise<void>;
}

/** Keeps what it sees beside the platform's folder, so that it does not look at itself. */
export async function openWatch(localDir: string): Promise<Watch> {
  const folder = `${localDir}.watched`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const telemetry = new Spool(join(folder, 'telemetry'));
  const redisCommands = new Spool(join(folder, 'redis-commands'));
  const otlp = await receiveOtlp(telemetry);
  let following: { stop(): void } | undefined;
  return {
    telemetry,
    otlp,
    redisCommands,
    follow: async (redisUrl) => {
      following = await watchRedis(redisUrl, redisCommands);
    },
    close: async () => {
      following?.stop();
      await otlp.stop();
      await Promise.all([telemetry.close(), redisCommands.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
