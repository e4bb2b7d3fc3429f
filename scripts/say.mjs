/** A line of progress, apart from what a program prints as its result. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Seconds since `start` (milliseconds of performance.now), for a person. */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** Ends with one line that says what is wrong and what to do. */
export function giveUp(line) {
  say(line);
  process.exit(1);
}
