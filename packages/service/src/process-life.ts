import { createLogger } from '@minzheng/observability';

/** What a process holds open. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** Past this the process ends whatever it is doing: correctness depends on no farewell. Locally the servers get 5 s after it. */
const HARD_EXIT_MS = 15_000;
/** A start that is told to stop gets this long; there is nothing yet that a farewell would save. */
const STARTING_EXIT_MS = 3_000;

/**
 * Starts, and ends in order on SIGTERM, SIGINT, a fault nobody caught, or `fail` (exit code 1). A second signal changes
 * nothing. Resolves when the start is through; a start that fails ends the process with 1 and one line saying why.
 */
export async function runProcess(
  name: string,
  start: (fail: (error: unknown) => void) => Promise<Stoppable>,
): Promise<void> {
  const log = createLogger({ service: name });
  let exitCode = 0;
  let ending: Promise<void> | undefined;

  const end = (code: number, reason: string): void => {
    exitCode = Math.max(exitCode, code);
    if (ending === undefined) log.info({ reason }, 'stopping');
    ending ??= farewell();
  };
  const fail = (error: unknown): void => {
    log.error({ err: error }, 'fault that nobody caught');
    end(1, 'fault');
  };
  const farewell = async (): Promise<void> => {
    setTimeout(() => process.exit(1), HARD_EXIT_MS).unref();
    const running = await Promise.race([started, after(STARTING_EXIT_MS)]);
    await running?.stop();
    process.exit(exitCode);
  };

  process.on('SIGTERM', () => end(0, 'SIGTERM'));
  process.on('SIGINT', () => end(0, 'SIGINT'));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  const started: Promise<Stoppable | undefined> = start(fail).catch((error: unknown) => {
    log.error({ err: error }, 'could not start');
    process.stderr.write(`${name} cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    if (ending === undefined) process.exit(1);
    return undefined;
  });
  await started;
}

async function after(ms: number): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, ms).unref());
  return undefined;
}
