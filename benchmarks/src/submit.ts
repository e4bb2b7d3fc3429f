import type { PersonId } from '@minzheng/types';
import type { Bed, Benchmark } from './benchmark.ts';
import { quantile } from './statistics.ts';
import { openDoors } from './submit/platform.ts';
import type { Doors } from './submit/platform.ts';
import type { Trial } from './trial.ts';
import { interleaved, timed, warm } from './way.ts';
import type { Way } from './way.ts';

/** So slowly that hardly one waits for another: the time of one application is what is measured. */
const PERIOD_MS = 200;
const TURN = 10;
const WARM = 20;
const STREET = '330302006';
const NO_INCOME = Array.from({ length: 12 }, () => 0);

/**
 * An application as a resident's page sends it, through the gateway: token, limits, contract, the law's checks, the household's claim,
 * idempotency key and outbox in one transaction. Beside it the same body into a bare Express and one durable insert.
 */
export const submit: Benchmark = {
  about:
    'submit → accepted (201) through the gateway at 5/s; beside it bare Express and one insert, majority and journal',
  n: 100,
  run: async (bed, n) => {
    const doors = await openDoors(bed, n + WARM);
    try {
      const ways = waysThrough(doors, bed);
      for (const way of ways) await warm(way, WARM);
      const used = await interleaved(bed.cpu, ways, { n, turn: TURN, periodMs: PERIOD_MS });
      return [trialOf(ways, used)];
    } finally {
      await doors.close();
    }
  },
};

type Ways = readonly [ours: Way, bare: Way, acceptance: Way];

const nothingMore = (): Promise<void> => Promise.resolve();

function waysThrough(doors: Doors, bed: Bed): Ways {
  const waiting: string[] = [];
  const persons = doors.persons.values();
  const next = (): PersonId => {
    const { value, done } = persons.next();
    if (done) throw new Error('everybody has applied');
    return value;
  };
  const ours = timed(
    async () => {
      const personId = next();
      return { body: bodyOf(personId), token: await doors.token({ role: 'resident', personId }) };
    },
    async ({ body, token }) => {
      const { applicationId } = await sent(`${doors.gatewayUrl}/api/v1/applications`, body, token);
      waiting.push(String(applicationId));
    },
    nothingMore,
    bed.cpu.including(() => doors.pids()),
  );
  const bare = timed(
    () => Promise.resolve(bodyOf(doors.persons[0] as PersonId)),
    async (body) => void (await sent(`${doors.bareUrl}/applications`, body)),
    nothingMore,
    bed.cpu.including(() => doors.barePids()),
  );
  const acceptance = timed(
    async () => ({ id: waiting.shift() ?? 'nothing waits', token: await doors.token(officer) }),
    async ({ id, token }) => void (await sent(`${doors.gatewayUrl}/api/v1/applications/${id}/accept`, {}, token)),
    nothingMore,
    bed.cpu.including(() => doors.pids()),
  );
  return [ours, bare, acceptance];
}

const officer = { role: 'street-officer', division: STREET, staffNo: 'SO-1' } as const;

const bodyOf = (personId: PersonId): object => ({
  programme: 'DB',
  divisionCode: STREET,
  members: [{ personId, relation: 'self' }],
  facts: {
    wages: [{ personId, monthsFen: NO_INCOME.map(() => 50_000) }],
    pensions: [],
    otherMonthsFen: NO_INCOME,
    financialFen: 0,
    vehicles: 0,
    dwellings: 1,
  },
});

/** The bare door looks at neither header: both are asked in the same words. Throws unless it was done. */
async function sent(url: string, body: object, token = 'nobody asks'): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `"${crypto.randomUUID()}"`,
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${String(answer['code'])}`);
  return answer;
}

function trialOf([ours, bare, acceptance]: Ways, [usedMicros = 0, bareMicros = 0]: readonly number[]): Trial {
  const n = ours.timesMs.length;
  const [p50, p99] = quantiles(ours);
  const [bareP50, bareP99] = quantiles(bare);
  const [acceptP50, acceptP99] = quantiles(acceptance);
  return {
    name: 'submit',
    n,
    value: p99,
    unit: 'ms',
    cpuMicrosPerItem: usedMicros / n,
    floor: { value: bareP99, cpuMicrosPerItem: bareMicros / n },
    ratio: p99 / bareP99,
    details: { p50, bareP50, ratioP50: p50 / bareP50, acceptP50, acceptP99 },
  };
}

const quantiles = ({ timesMs }: Way): [p50: number, p99: number] => [quantile(timesMs, 0.5), quantile(timesMs, 0.99)];
