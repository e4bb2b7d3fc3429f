import type { Logger } from '@minzheng/observability';

interface Closer {
  readonly name: string;
  readonly limitMs: number;
  readonly close: () => Promise<void>;
}

/** What has been opened, closed in the opposite order, each within its time. */
export interface Closers {
  add(name: string, limitMs: number, close: () => Promise<void>): void;
  /** Closes everything once; what fails or takes too long is logged and left behind. */
  closeAll(): Promise<void>;
}

/** Nothing open yet. */
export function newClosers(log: Logger): Closers {
  const open: Closer[] = [];
  return {
    add: (name, limitMs, close) => {
      open.push({ name, limitMs, close });
    },
    closeAll: async () => {
      for (let closer = open.pop(); closer !== undefined; closer = open.pop()) await closeOne(closer, log);
    },
  };
}

async function closeOne({ name, limitMs, close }: Closer, log: Logger): Promise<void> {
  try {
    const isClosed = await Promise.race([close().then(() => true), after(limitMs)]);
    if (!isClosed) log.warn({ part: name, limitMs }, 'took too long to close');
  } catch (error) {
    log.warn({ err: error, part: name }, 'did not close cleanly');
  }
}

async function after(ms: number): Promise<false> {
  await new Promise((resolve) => setTimeout(resolve, ms).unref());
  return false;
}
