import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultPorts, freePortPlan, portsFrom, type PortPlan } from './ports.ts';
import { OneLine } from './one-line.ts';

/** What was asked for on the command line. */
export interface Options {
  isFresh: boolean;
  hasDemonstration: boolean;
  ports: PortPlan;
  localDir: string;
}

const usage =
  'npm start -- [--fresh] [--no-demo] [--port-base N (N+80 is the gateway; 0: any free ports)] [--local-dir FOLDER]';

/** @throws OneLine naming what is not understood. */
export async function parseOptions(args: readonly string[], repository: string): Promise<Options> {
  const values = parse(args);
  return {
    isFresh: values.fresh ?? false,
    hasDemonstration: values['no-demo'] !== true,
    ports: await portsOf(values['port-base']),
    localDir: resolve(values['local-dir'] ?? `${repository}/.local`),
  };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      fresh: { type: 'boolean' },
      'no-demo': { type: 'boolean' },
      'port-base': { type: 'string' },
      'local-dir': { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new OneLine(`${(error as Error).message}. ${usage}`);
  }
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
