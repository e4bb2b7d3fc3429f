import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks.ts';

export interface Options {
  readonly names: readonly string[];
  readonly n: number | undefined;
  readonly runs: number;
  readonly isJson: boolean;
  readonly isRecorded: boolean;
  readonly brokers: number;
  readonly mongods: number;
}

/** What was asked for cannot be done; the message is for the person who asked. */
export class Misunderstood extends Error {}

const RUNS = '5';
const usage = `npm run bench -- ${Object.keys(benchmarks).join(' | ')} [--n N] [--runs ${RUNS}] [--json] [--record] [--brokers 1] [--mongods 1]`;

/** Throws Misunderstood. */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name));
  if (positionals.length === 0 || unknown.length > 0) throw new Misunderstood(usage);
  return {
    names: positionals,
    n: values.n === undefined ? undefined : count('--n', values.n),
    runs: count('--runs', values.runs),
    isJson: values.json,
    isRecorded: values.record,
    brokers: count('--brokers', values.brokers),
    mongods: count('--mongods', values.mongods),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        n: { type: 'string' },
        runs: { type: 'string', default: RUNS },
        json: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        brokers: { type: 'string', default: '1' },
        mongods: { type: 'string', default: '1' },
      },
    });
  } catch (error) {
    throw new Misunderstood(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

function count(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Misunderstood(`${name} wants a number from 1, not "${text}"`);
  return number;
}
