const slowMs = 2000;

/** A line for the person who started the platform. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Does a step and says that it began, and how long it took when that could be felt. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  say(`· ${what}`);
  const start = performance.now();
  const result = await work();
  const tookMs = performance.now() - start;
  if (tookMs > slowMs) say(`  ${what}: ${(tookMs / 1000).toFixed(1)} s`);
  return result;
}
