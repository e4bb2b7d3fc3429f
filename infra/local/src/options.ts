import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mostMembers } from '@minzheng/backing';
import { clockWish, type ClockWish } from './civil-clock.ts';
import { defaultPorts, freePortPlan, portsFrom, type PortPlan } from './ports.ts';
import { OneLine } from './one-line.ts';

/** What was asked for on the command line. */
export interface Options {
  isFresh: boolean;
  hasDemonstration: boolean;
  /** Everything is traced, and a viewer shows it. */
  hasTraces: boolean;
  ports: PortPlan;
  localDir: string;
  /** Undefined: as many as the data was written by, else one. */
  brokers: number | undefined;
  mongods: number | undefined;
  /** Undefined: as the data has it, else a clock that can be moved. */
  clock: ClockWish | undefined;
}

const usage =
  'npm start -- [--fresh] [--no-demo] [--otel] [--brokers N] [--mongods N] [--clock real|2025-10-08T09:00+08:00] [--port-base N (N+80 is the gateway; 0: any free ports)] [--local-dir FOLDER]';

/** @throws OneLine naming what is not understood. */
export async function parseOptions(args: readonly string[], repository: string): Promise<Options> {
  const values = parse(args);
  return {
    isFresh: values.fresh ?? false,
    hasDemonstration: values['no-demo'] !== true,
    hasTraces: values.otel ?? false,
    ports: await portsOf(values['port-base']),
    localDir: resolve(values['local-dir'] ?? `${repository}/.local`),
    brokers: membersFrom('--brokers', values.brokers),
    mongods: membersFrom('--mongods', values.mongods),
    clock: clockWish(values.clock),
  };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      fresh: { type: 'boolean' },
      'no-demo': { type: 'boolean' },
      otel: { type: 'boolean' },
      brokers: { type: 'string' },
      mongods: { type: 'string' },
      clock: { type: 'string' },
      'port-base': { type: 'string' },
      'local-dir': { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new OneLine(`${(error as Error).message}. ${usage}`);
  }
}

function membersFrom(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const members = Number(text);
  if (Number.isInteger(members) && members >= 1 && members <= mostMembers) return members;
  throw new OneLine(`${flag} wants a number from 1 to ${mostMembers}, not "${text}".`);
}

async function portsOf(base: string | undefined): Promise<PortPlan> {
  if (base === undefined) return defaultPorts;
  const number = Number(base);
  if (number === 0) return await freePortPlan();
  if (!Number.isInteger(number) || number < 1024 || number > 65_000) {
    throw new OneLine(`--port-base wants a number from 1024 to 65000, or 0 for any free ports, not "${base}".`);
  }
  return portsFrom(number);
}
