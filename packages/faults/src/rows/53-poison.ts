import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import type { ServiceProcess } from '../service-processes.ts';
import { submitted } from '../submitted.ts';

const MANY = 3_000;
const EVERY = 100;
const LEAST_RATIO = 0.8;
/** So many that the breaker opens while most of them still wait. */
const ONLY_POISON = 1_200;
const STOPPED = 'group stopped for a minute';

/**
 * One message in a hundred is poison, the first and the last among them; throughput hardly feels it. Where there is nothing but poison
 * the group stands still rather than park it all, and goes on after a minute.
 */
export const poison: Row = {
  number: 53,
  name: '1 % poison, first and last too; then 100 %',
  run: async (bench) => {
    bench.mayPark = true;
    const [, reader] = await Promise.all([bench.start('writer'), bench.start('reader')]);
    await timeOf(bench, 'warm', () => false);
    const cleanMs = await timeOf(bench, 'clean', () => false);
    const poisonedMs = await bench.inject('1 % poison', () =>
      timeOf(bench, 'poison', (index) => index % EVERY === 0 || index === MANY - 1),
    );
    const ratio = cleanMs / poisonedMs;
    bench.note(`${Math.round(cleanMs)} ms clean, ${Math.round(poisonedMs)} ms poisoned, ratio ${ratio.toFixed(2)}`);
    const parked = await bench.database('reader').collection('parked').countDocuments({ class: 'poison' });
    expectThat(parked === MANY / EVERY + 1, `${parked} parked, ${MANY / EVERY + 1} sent`);
    expectThat(ratio >= LEAST_RATIO, `throughput falls to ${ratio.toFixed(2)}`);
    expectThat(!logOf(reader).includes(STOPPED), 'one in a hundred has stopped the group');
    // The breaker counts a process's last minute: the next one begins without the good messages of this one.
    await bench.end(reader);
    const next = await bench.start('reader');
    await bench.inject('nothing but poison', () => onlyPoison(bench, next, parked));
    await bench.end(next);
    await bench.start('reader');
    await bench.load();
  },
};

const logOf = ({ logFile }: ServiceProcess): string => readFileSync(logFile, 'utf8');

async function onlyPoison(bench: Bench, reader: ServiceProcess, before: number): Promise<void> {
  const rows = bench.database('reader').collection('parked');
  const since = async (): Promise<number> => (await rows.countDocuments({ class: 'poison' })) - before;
  await bench.send(
    ...Array.from({ length: ONLY_POISON }, (_, index) => submitted(`only-${index}`, 1, { value: '{bad' })),
  );
  await bench.until('the group stands still', 20_000, () => logOf(reader).includes(STOPPED));
  await pause(3_000);
  const parkedFirst = await since();
  bench.note(`${parkedFirst} of ${ONLY_POISON} parked before the group stood still`);
  expectThat(parkedFirst < ONLY_POISON, 'everything was parked before the group stood still');
  await bench.until('it goes on after a minute', 150_000, async () => (await since()) === ONLY_POISON);
}

async function timeOf(bench: Bench, name: string, isPoison: (index: number) => boolean): Promise<number> {
  const records = Array.from({ length: MANY }, (_, index) =>
    submitted(`${name}-${index}`, 1, isPoison(index) ? { value: '{bad json' } : {}),
  );
  const wanted = records.filter((_, index) => !isPoison(index)).length;
  const had = (await bench.effects()).size;
  const startMs = performance.now();
  await bench.send(...records);
  await bench.until('all have their effects', 60_000, async () => (await bench.effects()).size === had + wanted);
  return performance.now() - startMs;
}
