import { setTimeout as delay } from 'node:timers/promises';
import type { Repository } from '@minzheng/store';

const POLL_MS = 1_000;
const PAGE = 1_000;

/** Every row of a list that a service keeps in memory. */
export async function everyRow<S extends { id: string }>(rows: Repository<S>): Promise<S[]> {
  const found: S[] = [];
  for (let last = ''; ;) {
    const page = await rows.list('system', {}, { limit: PAGE, after: { id: last } });
    found.push(...page);
    if (page.length < PAGE) return found;
    last = page.at(-1)?.id ?? last;
  }
}

/** Keeps no process alive. Without MongoDB the latest list stands; that it is away is readiness's to say. */
export async function everySecond(signal: AbortSignal, read: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await delay(POLL_MS, undefined, { ref: false, signal }).catch(() => undefined);
    if (!signal.aborted) await read().catch(() => undefined);
  }
}
