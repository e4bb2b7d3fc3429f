import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fill, sampleDistrict } from '@minzheng/sample-district';
import type { Destination } from '@minzheng/sample-district';
import { DivisionCode, instant, systemClocks } from '@minzheng/types';
import { Api, type Platform } from '../demo/api.ts';
import { Clock } from '../demo/clock.ts';

const usage = 'npm run sample-district -- [--households 2000] [--seed 1] [--local-dir FOLDER]';
const district = DivisionCode.parse('330302');
const counter = 'street-officer-wuma-1';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Running extends Platform {
  readonly simulators: Readonly<Record<'dataExchange', { readonly url: string; readonly token: string }>>;
}

interface Asked {
  readonly households: number;
  readonly seed: number;
  readonly localDir: string;
}

function asked(args: readonly string[]): Asked | undefined {
  try {
    const text = { type: 'string' } as const;
    const options = { households: text, seed: text, 'local-dir': text };
    const { values } = parseArgs({ args: [...args], options });
    const [households, seed] = [Number(values.households ?? 2_000), Number(values.seed ?? 1)];
    if (!Number.isInteger(households) || households < 1 || !Number.isInteger(seed) || seed < 0) return undefined;
    return { households, seed, localDir: values['local-dir'] ?? join(import.meta.dirname, '../../../../.local') };
  } catch {
    return undefined;
  }
}

/** Who somebody is goes to people through its public door, what departments hold to the data exchange. */
function destination({ simulators, ...platform }: Running): Destination {
  const api = new Api(platform);
  const { url, token } = simulators.dataExchange;
  return {
    resolve: async ({ residentId, name }) => {
      // Random: resolving is safe to repeat, and a key is no place for a number.
      await api.command(counter, 'POST', '/people/resolve', { residentId, name }, randomUUID());
    },
    load: async (members) => {
      const inhabitants = members.map(({ residentId, holdings }) => ({ residentId, holdings }));
      const response = await fetch(`${url}/population`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ inhabitants }),
      });
      if (!response.ok) throw new Error(`the data exchange answers ${response.status}`);
    },
  };
}

async function main({ households, seed, localDir }: Asked): Promise<void> {
  const running = JSON.parse(await readFile(join(localDir, 'platform.json'), 'utf8')) as Running;
  const now = (await new Clock(running.gatewayUrl).now()) ?? systemClocks.civil.now();
  const spec = { district, households, seed, today: instant.civilDate(now) };
  const beganMs = performance.now();
  const filled = await fill(sampleDistrict(spec), destination(running));
  const seconds = ((performance.now() - beganMs) / 1_000).toFixed(1);
  say(
    `[SAMPLE] ${filled.households} households, ${filled.persons} persons, seed ${seed}, as of ${spec.today}: ${seconds} s`,
  );
}

const wanted = asked(process.argv.slice(2));
if (wanted === undefined) {
  say(usage);
  process.exitCode = 1;
} else {
  await main(wanted).catch((error: unknown) => {
    const isDown = (error as NodeJS.ErrnoException).code === 'ENOENT';
    say(isDown ? 'Nothing runs here: npm start first.' : String(error));
    process.exitCode = 1;
  });
}
