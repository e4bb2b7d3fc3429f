import type { Bench } from '../bench.ts';
import { expectThat } from '../row.ts';
import type { Row } from '../row.ts';
import { submitted } from '../submitted.ts';

const MANY = 3_000;
const EVERY = 100;
const LEAST_RATIO = 0.8;

/** One message in a hundred is poison, the first and the last among them; throughput hardly feels it. */
export const poison: Row = {
  number: 53,
  name: '1 % poison, at the first and the last offset too',
  run: async (bench) => {
    bench.mayPark = true;
    await Promise.all([bench.start('writer'), bench.start('reader')]);
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
    await bench.load();
  },
};

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
