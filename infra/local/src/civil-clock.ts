import { readFile } from 'node:fs/promises';
import { Instant, instant } from '@minzheng/types';
import { replaceJson } from './atomic-file.ts';
import { OneLine } from './one-line.ts';

/** What was asked for: the machine's own time, or a clock that stands at a moment until it is moved. */
export type ClockWish = 'real' | Instant;

/** The morning after the National Day week: every deadline of the demonstration has a holiday behind it or a month's end before it. */
export const FIRST_MORNING = Instant.parse('2025-10-09T01:00:00.000Z');

/** @throws OneLine for what is no moment. */
export function clockWish(text: string | undefined): ClockWish | undefined {
  if (text === undefined || text === 'real') return text;
  const at = instant.parse(text);
  if (at !== undefined) return at;
  throw new OneLine(`--clock wants "real" or a moment like 2025-10-08T09:00+08:00, not "${text}".`);
}

/**
 * Where the civil clock of a platform begins; undefined when it is real. Chosen at the first start and kept with the data, which was
 * written by that clock. @throws OneLine when the data was written by a clock of the other kind.
 */
export async function chosenClock(file: string, wish: ClockWish | undefined): Promise<Instant | undefined> {
  const kept = await readKept(file);
  if (kept === undefined) {
    const begins = wish ?? FIRST_MORNING;
    await replaceJson(file, { begins });
    return begins === 'real' ? undefined : begins;
  }
  if (wish !== undefined && (wish === 'real') !== (kept === 'real')) {
    throw new OneLine(
      `The data here was written by ${kept === 'real' ? 'the real clock' : 'a clock that is moved'}: start with --fresh, or in a folder of its own with --local-dir.`,
    );
  }
  return kept === 'real' ? undefined : kept;
}

async function readKept(file: string): Promise<ClockWish | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { begins } = JSON.parse(text) as { begins: string };
  return begins === 'real' ? begins : Instant.parse(begins);
}
