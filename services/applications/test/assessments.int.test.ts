import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { z } from 'zod';
import { CaseDesk } from './case-desk.ts';
import { askedBy, isWorkedExample, readStoryTables } from '../src/adapters/worked-examples.ts';
import type { AssessmentView } from '../src/routes/assessment-view.ts';

jest.setTimeout(90_000);

type View = z.output<typeof AssessmentView>;
type Result = View['results'][number];

let desk: CaseDesk;

beforeAll(async () => {
  desk = await CaseDesk.open();
});
afterAll(async () => {
  await desk?.platform.stop();
});

async function assess(body: object): Promise<View> {
  const answer = await desk.officer(1).post<View>('applications', '/assessments', body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

const saidOf = ({ monthlyFen, oneOffFen, months, validUntil, level, failed, continuesUntil }: Result): object =>
  failed === undefined
    ? { monthly: monthlyFen, oneOff: oneOffFen, months, validUntil, level }
    : { failed: failed.map(({ rule }) => rule), continuesUntil };

const rows = [...readStoryTables()].flatMap(([programme, cases]) =>
  cases.filter(isWorkedExample).map((row) => ({ programme, row })),
);

describe('the worked examples of DOMAIN §12, asked of the running service', () => {
  test('are all here', () => expect(rows.length).toBeGreaterThan(50));

  test.each(rows.map(({ programme, row }) => [programme, row.id, row.why, row] as const))(
    '%s %s %s',
    async (programme, _id, _why, row) => {
      const { on: onDate, knownAt, appliedOn = row.on } = row;
      const view = await assess({ facts: askedBy(row), programmes: [programme], onDate, knownAt, appliedOn });
      const result = view.results.find(({ memberId = row.about }) => memberId === row.about);
      if (result === undefined) throw new Error('no result');
      const { payFrom, ...want } = row.want;
      expect(saidOf(result)).toEqual(want);
      if (payFrom !== undefined) expect(result.payFrom).toBe(payFrom);
      expect(result.sample).toBe(result.figures.some(({ confidence }) => confidence === 'SAMPLE'));
    },
  );
});

const adult = { memberId: 'm1', bornOn: '1985-06-15', away: 'no', disability: 'none', isSeverelyIll: false };

describe('a story told in part', () => {
  test('of which nothing is told asks who lives together', async () => {
    const view = await assess({ facts: {} });
    expect(view).toMatchObject({
      preCheck: true,
      results: [],
      next: { pointer: '/facts/members', askedOf: 'household' },
    });
  });

  test('asks one question after another, and never one that cannot matter', async () => {
    const facts: Record<string, unknown> = {
      members: [{ ...adult, receives: [], study: 'none', hasRefusedWork: false }],
    };
    const answers: Record<string, unknown> = {
      isCheckAuthorised: true,
      vehicles: 0,
      dwellings: 1,
      financialFen: 0,
      income: [],
      rigid: [],
      obligors: [],
    };
    const asked: string[] = [];
    for (let view = await assess({ facts, programmes: ['DB'] }); view.next !== undefined;) {
      const name = view.next.pointer.split('/').at(-1) ?? '';
      if (!(name in answers) || asked.includes(name)) throw new Error(`asked for ${view.next.pointer}`);
      asked.push(name);
      facts[name] = answers[name];
      view = await assess({ facts, programmes: ['DB'] });
    }
    expect(asked.toSorted()).toEqual(Object.keys(answers).toSorted());
    const { preCheck, classified, results } = await assess({ facts, programmes: ['DB'] });
    expect({ preCheck, classified, results }).toMatchObject({
      preCheck: false,
      classified: 'DB',
      results: [{ status: 'ELIGIBLE', monthlyFen: 110_000, payFrom: '2026-06' }],
    });
  });

  test('a car decides before anything of the income is asked', async () => {
    const facts = { members: [{ ...adult, receives: [], study: 'none' }], vehicles: 1 };
    const { results } = await assess({ facts, programmes: ['DB'] });
    expect(results).toMatchObject([{ status: 'NOT_ELIGIBLE', failed: [{ rule: 'AST-2', title: '机动车辆' }] }]);
  });

  test('a question is in the language of who asks, and names the member', async () => {
    const body = { facts: { members: [{ memberId: 'm1' }] }, programmes: ['OLD'] };
    const headers = { 'accept-language': 'en' };
    const { body: view } = await desk.officer(1).post<View>('applications', '/assessments', body, { headers });
    expect(view.next).toEqual({ pointer: '/facts/members/m1/bornOn', askedOf: 'register', text: 'Date of birth' });
  });
});

describe('what cannot be assessed', () => {
  test.each([
    [
      'a day before any figure',
      { facts: { members: [adult] }, onDate: '2020-01-01' },
      422,
      'assessment.figures-missing',
    ],
    ['a fact that nobody knows of', { facts: { members: [adult], luck: 7 } }, 400, 'request.unknown-field'],
    ['a sum with a fraction', { facts: { financialFen: 0.5 } }, 400, 'request.invalid'],
    ['no facts', {}, 400, 'request.invalid'],
  ])('%s', async (_, body, status, code) => {
    const answer = await desk.officer(1).post<{ code: string }>('applications', '/assessments', body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  test('by a role that has no business with it', async () => {
    const finance = desk.platform.as({ role: 'finance-maker', division: '330302' });
    const answer = await finance.post<{ code: string }>('applications', '/assessments', { facts: {} });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'auth.role-not-allowed' });
  });
});

test('nothing is stored, and no event is told', async () => {
  const database = desk.platform.database('applications');
  const before = await database.collection('outbox').countDocuments();
  await assess({ facts: { members: [adult] } });
  expect(await database.collection('outbox').countDocuments()).toBe(before);
  expect(await database.collection('applications').countDocuments()).toBe(0);
});

test('the programmes are listed in the order of classification, each rule with its articles of the day', async () => {
  const { body } = await desk
    .officer(1)
    .get<{ items: { programme: string; place?: number; rules: { rule: string; cites: object[] }[] }[] }>(
      'applications',
      '/programmes?onDate=2025-12-01',
    );
  expect(body.items.filter(({ place }) => place !== undefined).map(({ programme }) => programme)).toEqual([
    'TK',
    'DB',
    'DB_SP',
    'DBB',
    'RX',
    'TL_X',
  ]);
  const rx = body.items.find(({ programme }) => programme === 'RX')?.rules.find(({ rule }) => rule === 'RX-1');
  expect(rx?.cites).toEqual([{ doc: '刚性支出困难家庭认定办法', article: '4' }]);
  const { body: before } = await desk.officer(1).get<typeof body>('applications', '/programmes?onDate=2024-12-31');
  expect(
    before.items.find(({ programme }) => programme === 'RX')?.rules.find(({ rule }) => rule === 'RX-1')?.cites,
  ).toEqual([]);
});
