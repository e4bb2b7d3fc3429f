import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Role, roles } from '@minzheng/types';
import { type Trial, trials } from './access/cells.ts';
import { type Operation, opsOperations, publicOperations } from './access/operations.ts';
import { type Tried, tryTwice } from './access/twice.ts';
import type { Answered } from './access/visitors.ts';
import { pathOf, World } from './access/world.ts';
import { WholePlatform } from './whole-platform.ts';

const limitMs = 300_000;
const AT_ONCE = 8;
const folder = mkdtempSync(join(tmpdir(), 'minzheng-access-'));
const services = ['people', 'applications', 'payments', 'notifications', 'training', 'veterans', 'subscriptions'];
const operations: readonly Operation[] = [...publicOperations, ...services.flatMap(opsOperations)];
const everyRole = Object.keys(roles) as Role[];
/** What somebody without the right is told of a record: that it is not theirs, or not there. */
const NOT_YOURS = /^(?:auth\.outside-division|auth\.not-yours|[a-z-]+\.not-found)$/;

let platform: WholePlatform;
let world: World;
const counts: Record<string, number> = {};

/** Does all of it, a few at a time, in any order. Gives what is not as it should be. */
async function each<T>(kind: string, cells: readonly T[], fault: (cell: T) => Promise<string | undefined>) {
  counts[kind] = (counts[kind] ?? 0) + cells.length;
  const rest = [...cells];
  const faults: string[] = [];
  const worker = async (): Promise<void> => {
    for (let cell = rest.pop(); cell !== undefined; cell = rest.pop()) {
      const found = await fault(cell);
      if (found !== undefined) faults.push(found);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return faults.toSorted();
}

const trialOf = ({ id }: Operation): Trial => {
  const trial = trials[id];
  if (trial === undefined) throw new Error(`nobody has said how ${id} is to be tried`);
  return trial;
};

/** A request for an operation as it stands in the contract. */
const request = (operation: Operation, trial: Trial | undefined = trials[operation.id]) => ({
  method: operation.method,
  path: `${pathOf(operation, trial?.params?.(world))}${trial?.query?.(world) ?? ''}`,
});

/** The same with everything that makes it take effect. */
function whole(operation: Operation) {
  const trial = trialOf(operation);
  const body = trial.body?.(world) ?? {};
  return { ...request(operation, trial), ...(operation.method !== 'GET' && { body, isKeyed: true }) };
}

const said = (operation: Operation, who: string, { status, code }: Answered): string =>
  `${operation.method} ${operation.path} as ${who}: ${status} ${code ?? ''}`;

beforeAll(async () => {
  platform = new WholePlatform(folder, []);
  await platform.ready();
  world = await World.open(platform);
}, limitMs);

afterAll(async () => {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
  process.stderr.write(`access: ${operations.length} operations, ${total} cells tried: ${kinds.join(', ')}\n`);
  await platform.end();
  rmSync(folder, { recursive: true, force: true });
}, limitMs);

test('every operation of the contract has its trial, and every trial its operation', () => {
  expect(Object.keys(trials).toSorted()).toEqual(publicOperations.map(({ id }) => id).toSorted());
});

describe('nobody comes in', () => {
  test.each([
    ['no token', undefined, 'auth.token-missing'],
    ['a token of nobody', 'eyJhbGciOiJub25lIn0.e30.', 'auth.token-invalid'],
  ] as const)('with %s', async (kind, token, expected) => {
    const faults = await each(kind, operations, async (operation) => {
      const answer = await world.ask(undefined, { ...request(operation), ...(token !== undefined && { token }) });
      return answer.status === 401 && answer.code === expected ? undefined : said(operation, kind, answer);
    });
    expect(faults).toEqual([]);
  });
});

test(
  'every role on every route: who is named is let in, and who is not is not',
  async () => {
    const cells = operations.flatMap((operation) => everyRole.map((role) => ({ operation, role })));
    const faults = await each('role × route', cells, async ({ operation, role }) => {
      const answer = await world.ask(world.of(role), request(operation));
      const isRefused = answer.status === 403 && answer.code === 'auth.role-not-allowed';
      if (!operation.roles.includes(role)) return isRefused ? undefined : said(operation, role, answer);
      // A command without a key goes no further, and takes no effect.
      const isIn = operation.isCommand ? answer.code === 'request.idempotency-key-missing' : answer.status < 500;
      return isIn && !isRefused && answer.status !== 401 ? undefined : said(operation, role, answer);
    });
    expect(faults).toEqual([]);
  },
  limitMs,
);

test('what asks for a second factor is refused without one, and says so', async () => {
  const asking = operations.filter(({ stepUp }) => stepUp);
  expect(asking.map(({ id }) => id).toSorted()).toEqual([
    'approveRecovery',
    'confirmMerge',
    'registerAccount',
    'releasePayRun',
    'withdrawRecovery',
  ]);
  const cells = asking.flatMap((operation) => operation.roles.map((role) => ({ operation, role })));
  const faults = await each('second factor', cells, async ({ operation, role }) => {
    const answer = await world.ask(world.of(role), { ...request(operation), isPlain: true });
    const isAsked = answer.status === 401 && answer.challenge?.includes('insufficient_user_authentication') === true;
    return isAsked && answer.code === 'auth.step-up-required' ? undefined : said(operation, role, answer);
  });
  expect(faults).toEqual([]);
});

const farCells = (whose: Trial['whose']) =>
  publicOperations
    .filter((operation) => trials[operation.id]?.whose === whose)
    .flatMap((operation) =>
      operation.roles.flatMap((role) => world.farFrom(role).map((who) => ({ operation, role, who }))),
    );

test(
  'somebody’s record is nobody’s in another street, in another district, to another person or agency',
  async () => {
    const faults = await each('division', farCells('somebody’s'), async ({ operation, who }) => {
      const answer = await world.ask(who, whole(operation));
      return NOT_YOURS.test(answer.code ?? '') ? undefined : said(operation, who, answer);
    });
    expect(faults).toEqual([]);
  },
  limitMs,
);

test('and is there for whose it is: what is refused elsewhere is read at home', async () => {
  const cells = publicOperations
    .filter((operation) => operation.method === 'GET' && trials[operation.id]?.whose === 'somebody’s')
    .flatMap((operation) => operation.roles.map((role) => ({ operation, role })));
  const faults = await each('at home', cells, async ({ operation, role }) => {
    const home: Partial<Record<string, string>> = { readEmergency: 'resident-e02', getRecovery: 'resident-d1' };
    const who = (role === 'resident' ? home[operation.id] : undefined) ?? world.of(role);
    const answer = await world.ask(who, whole(operation));
    return answer.status === 200 ? undefined : said(operation, who, answer);
  });
  expect(faults).toEqual([]);
});

/** The ids of a list: the first field of each item. */
const itemsOf = ({ body }: Answered): string[] =>
  (body['items'] as Record<string, unknown>[]).map((item) => JSON.stringify(Object.values(item)[0]));

test('a list shows nothing of it elsewhere', async () => {
  const faults = await each('lists', farCells('list'), async ({ operation, role, who }) => {
    const [far, near] = await Promise.all([who, world.of(role)].map((one) => world.ask(one, whole(operation))));
    if (far?.status !== 200 || near?.status !== 200) return said(operation, who, (far ?? near) as Answered);
    const known = new Set(itemsOf(near));
    return itemsOf(far).some((item) => known.has(item)) ? said(operation, who, far) : undefined;
  });
  expect(faults).toEqual([]);
});

const kin: Partial<Record<Role, string>> = {
  'street-officer': 'kin-street',
  'district-reviewer': 'kin-reviewer',
  'district-decider': 'kin-decider',
};

test('a near relative takes no part in the case', async () => {
  for (const who of Object.values(kin))
    await world.done(who, 'PUT', '/near-relatives/me', { personIds: world.ids.relatives });
  const cells = publicOperations
    .filter(({ id }) => trials[id]?.standsAside === true)
    .flatMap((operation) => operation.roles.flatMap((role) => (kin[role] ? [{ operation, who: kin[role] }] : [])));
  const faults = await each('near relative', cells, async ({ operation, who }) => {
    const answer = await world.ask(who, whole(operation));
    return answer.code === 'application.officer-near-relative' ? undefined : said(operation, who, answer);
  });
  expect(faults).toEqual([]);
});

test('every step that an officer takes in a case is one from which relatives stand aside', () => {
  const steps = publicOperations.filter(
    ({ service, method, path, roles: allowed }) =>
      service === 'applications' && method !== 'GET' && path.includes('{id}') && !allowed.includes('resident'),
  );
  expect(steps.filter(({ id }) => trials[id]?.standsAside !== true)).toEqual([]);
});

describe('nobody holds two parts of one thing', () => {
  const expected: Readonly<Record<string, string>> = {
    startSurvey: 'application.same-officer-adjacent',
    reportSurvey: 'application.same-officer-adjacent',
    reviewCase: 'application.same-officer-adjacent',
    confirmCase: 'application.same-officer-adjacent',
    refuseCase: 'application.same-officer-adjacent',
    advanceRelief: 'application.same-officer-adjacent',
    refuseEmergency: 'application.same-officer-adjacent',
    completePapers: 'application.same-officer-adjacent',
    approvePayRun: 'pay-run.approved-by-its-maker',
    releasePayRun: 'pay-run.released-by-maker-or-checker',
    approveRecovery: 'recovery.second-officer-needed',
    withdrawRecovery: 'recovery.second-officer-needed',
    confirmMerge: 'person.merge-confirmed-by-its-proposer',
    confirmVeteran: 'veteran.confirmed-by-its-registrar',
    approveAllowance: 'allowance.approved-by-its-proposer',
    recordResult: 'enrolment.recorded-by-the-learner',
  };
  let tried: readonly Tried[] = [];

  beforeAll(async () => {
    tried = await tryTwice(world, platform.file());
    counts['twice'] = tried.length;
  }, limitMs);

  test('every part that stands beside another was tried', () => {
    const second = Object.entries(trials).flatMap(([id, { twice }]) => (twice === 'refused' ? [id] : []));
    expect([...new Set(tried.map(({ operation }) => operation))].toSorted()).toEqual(second.toSorted());
    expect(Object.keys(expected).toSorted()).toEqual(second.toSorted());
  });

  test('and each was refused', () => {
    expect(tried.filter(({ operation, code }) => code !== expected[operation])).toEqual([]);
  });
});
