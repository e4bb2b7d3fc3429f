import { parseArgs } from 'node:util';
import { Operator } from './operator.ts';
import { gapIn, opsAcceptGap } from './ops-accept-gap.ts';
import { opsParked } from './ops-parked.ts';
import { opsRedrive } from './ops-redrive.ts';
import { readPlatform } from './platform-file.ts';
import { servicesAsked } from './services.ts';
import { status } from './status.ts';
import { USAGE, UsageError } from './usage.ts';
import { verify } from './verify.ts';

/** What the tool works with beside its arguments. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

const MS_PER_SECOND = 1_000;

/** Runs what was typed; true when all is well. Throws UsageError, or an error whose message is one line for a person. */
export async function runCommand(typed: readonly string[], { env, say }: Surroundings): Promise<boolean> {
  const { values, positionals } = argumentsIn(typed);
  const services = servicesAsked(values.service);
  const waitMs = whole('wait', values.wait ?? '0') * MS_PER_SECOND;
  const operator = async (): Promise<Operator> => new Operator(await readPlatform(values.platform));
  const [verb = 'help', ...rest] = positionals;
  switch (verb === 'ops' || verb === 'topics' ? `${verb} ${rest.shift() ?? ''}` : verb) {
    case 'verify':
      return await verify(await operator(), { services, waitMs, say });
    case 'status':
      return await status(await operator(), { services, say });
    case 'ops parked':
      return await opsParked(await operator(), { services, say });
    case 'ops redrive':
      return await opsRedrive(await operator(), { services, group: values.group, ids: rest, say });
    case 'ops accept-gap': {
      const gap = gapIn(rest, services);
      return await opsAcceptGap(await operator(), gap, say);
    }
    case 'migrate': {
      // Drivers are loaded only by the two commands that touch servers.
      const { migrate } = await import('./migrate.ts');
      return await migrate({ services, env, say });
    }
    case 'topics apply': {
      const { topicsApply } = await import('./topics-apply.ts');
      return await topicsApply({ env, partitions: wholeIfGiven('partitions', values.partitions), say });
    }
    case 'help':
      say(USAGE);
      return true;
    default:
      throw new UsageError(`no such command: ${positionals.join(' ')}`);
  }
}

function argumentsIn(typed: readonly string[]) {
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        service: { type: 'string', multiple: true },
        platform: { type: 'string' },
        wait: { type: 'string' },
        group: { type: 'string' },
        partitions: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function whole(option: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`--${option} takes a whole number, not ${text}`);
  return Number(text);
}

const wholeIfGiven = (option: string, text: string | undefined): number | undefined =>
  text === undefined ? undefined : whole(option, text);
