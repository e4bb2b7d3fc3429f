import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Answer, ProblemBody } from '@minzheng/testing';
import { localDate, systemClocks } from '@minzheng/types';
import { DISTRICT, RegisterDesk, STREET } from './register-desk.ts';
import { disabled, rural } from './samples.ts';

// Real servers on a busy machine: a test fails by what it expects, not by the clock.
jest.setTimeout(90_000);

let desk: RegisterDesk;

beforeAll(async () => {
  desk = await RegisterDesk.open();
});
afterAll(async () => {
  await desk?.platform.stop();
});

const expectRefused = ({ status, body }: Answer<Pick<ProblemBody, 'code'>>, expected: number, code: string): void =>
  expect({ status, code: body.code }).toEqual({ status: expected, code });

const written = () => desk.platform.database('veterans').collection('outbox').countDocuments();

/** Each command with a body that only its caller keeps from taking effect. */
const commands: readonly [path: string, body: object][] = [
  ['/veterans', { personId: 'p-1', divisionCode: STREET, facts: rural }],
  ['/veterans/v-1/confirm', {}],
  ['/veterans/v-1/reject', {}],
  ['/allowances', { veteranId: 'v-1' }],
  ['/allowances/a-1/approve', {}],
  ['/allowances/a-1/reject', {}],
  ['/allowances/a-1/end', { reason: 'no-longer-entitled' }],
];
const queries = ['/veterans', '/veterans/v-1', '/allowances', '/allowances/a-1'];

describe('nobody gets in', () => {
  test.each(commands)(
    'POST %s without a token, as another role, without a staff number, with an unknown field',
    async (path, body) => {
      const before = await written();
      expectRefused(await desk.platform.anonymous.post('veterans', path, body), 401, 'auth.token-missing');
      for (const role of ['resident', 'street-officer', 'finance-maker', 'auditor'] as const) {
        const stranger = desk.platform.as({ role, staffNo: 'X-1', division: DISTRICT });
        expectRefused(await stranger.post('veterans', path, body), 403, 'auth.role-not-allowed');
      }
      const nameless = desk.platform.as({ role: 'veterans-officer', division: DISTRICT });
      expectRefused(await nameless.post('veterans', path, body), 403, 'auth.role-not-allowed');
      expectRefused(await desk.first.post('veterans', path, { ...body, extra: 1 }), 400, 'request.unknown-field');
      expect(await written()).toBe(before);
    },
  );

  test.each(queries)('GET %s without a token, and as another role', async (path) => {
    expectRefused(await desk.platform.anonymous.get('veterans', path), 401, 'auth.token-missing');
    for (const role of ['resident', 'district-decider'] as const) {
      const stranger = desk.platform.as({ role, staffNo: 'X-1', division: DISTRICT });
      expectRefused(await stranger.get('veterans', path), 403, 'auth.role-not-allowed');
    }
  });
});

const elsewhere = () => desk.officer('VO-9', '330303');

describe('another district', () => {
  test('neither sees nor changes what is not its own', async () => {
    const { veteranId, personId } = await desk.confirmed();
    const { allowanceId } = (await desk.propose(veteranId)).body;
    const waiting = (await desk.register(await desk.person())).body;
    for (const path of [`/veterans/${veteranId}`, `/allowances/${allowanceId}`])
      expectRefused(await elsewhere().get('veterans', path), 403, 'auth.outside-division');
    for (const path of [`/veterans?personId=${personId}`, `/allowances?veteranId=${veteranId}`])
      expect((await elsewhere().get<{ items: unknown[] }>('veterans', path)).body.items).toEqual([]);
    expectRefused(await desk.decide(waiting.veteranId, 'confirm', elsewhere()), 403, 'auth.outside-division');
    for (const verb of ['approve', 'reject'] as const)
      expectRefused(await desk.step(allowanceId, verb, elsewhere()), 403, 'auth.outside-division');
    expectRefused(await desk.propose(veteranId, elsewhere()), 403, 'auth.outside-division');
    expect((await desk.first.get('veterans', `/allowances/${allowanceId}`)).body.status).toBe('proposed');
  });

  test('enters nobody in a street of ours', async () => {
    expectRefused(await desk.register(await desk.person(), {}, elsewhere()), 403, 'auth.outside-division');
  });
});

describe('registering is refused', () => {
  test('of a person whom people has not told of; sent again with the same key it succeeds once it has', async () => {
    const unknown = await desk.register('nobody-yet', {}, desk.first, 'key-1');
    expectRefused(unknown, 422, 'veteran.person-not-resolved');
    const personId = await desk.person();
    const early = await desk.register(personId, {}, desk.first, 'key-2');
    expect(early.status).toBe(201);
  });

  test('in a category that is not reckoned, by its name', async () => {
    const answer = await desk.register(await desk.person(), { facts: { category: 'V02', relation: 'spouse' } });
    expectRefused(answer, 422, 'veteran.category-not-admitted');
    expect(answer.body.title).toContain('V02');
  });

  test('V5: of an illness of the eighth grade', async () => {
    const facts = { ...disabled, nature: 'illness', grade: 8 };
    expectRefused(await desk.register(await desk.person(), { facts }), 422, 'veteran.not-covered');
  });

  test.each(['grade', 'isMental', 'isInVeteransHospital', 'nature'])(
    'without %s: what nobody has said is not assumed',
    async (field) => {
      const facts = Object.fromEntries(Object.entries(disabled).filter(([name]) => name !== field));
      const answer = await desk.register('p-1', { facts });
      expectRefused(answer, 400, 'request.invalid');
      expect(answer.body.errors).toMatchObject([{ pointer: `/facts/${field}` }]);
    },
  );

  test.each([
    ['a category that is none', { category: 'V14' }],
    ['a grade that is none', { ...disabled, grade: 11 }],
    ['a date that is none', { ...rural, bornOn: '1965-02-30' }],
  ])('with %s', async (_, facts) => expectRefused(await desk.register('p-1', { facts }), 400, 'request.invalid'));

  test('of a person who is in the register already', async () => {
    const { personId } = await desk.confirmed();
    expectRefused(await desk.register(personId, { facts: disabled }), 409, 'veteran.already-registered');
  });
});

describe('nobody approves their own work', () => {
  test('neither a registration', async () => {
    const { body } = await desk.register(await desk.person());
    const answer = await desk.decide(body.veteranId, 'confirm', desk.first);
    expectRefused(answer, 403, 'veteran.confirmed-by-its-registrar');
  });

  test('nor an allowance', async () => {
    const { allowanceId } = await desk.proposed();
    expectRefused(await desk.step(allowanceId, 'approve', desk.first), 403, 'allowance.approved-by-its-proposer');
    expect((await desk.step(allowanceId, 'approve')).status).toBe(200);
  });
});

describe('a step that is not there is refused', () => {
  test('of a veteran', async () => {
    const { veteranId } = await desk.confirmed();
    expectRefused(await desk.decide(veteranId, 'reject'), 409, 'veteran.transition-not-there');
    expectRefused(await desk.decide('nobody', 'confirm'), 404, 'veteran.not-found');
    expectRefused(await desk.first.get('veterans', '/veterans/nobody'), 404, 'veteran.not-found');
    expectRefused(await desk.propose('nobody'), 404, 'veteran.not-found');
  });

  test('of an allowance', async () => {
    const { allowanceId, veteranId } = await desk.proposed();
    const ending = { reason: 'no-longer-entitled' };
    expectRefused(await desk.step(allowanceId, 'end', desk.first, ending), 409, 'allowance.transition-not-there');
    expectRefused(await desk.propose(veteranId), 409, 'allowance.already-there');
    for (const verb of ['approve', 'reject'] as const)
      expectRefused(await desk.step('nothing', verb), 404, 'allowance.not-found');
    expectRefused(await desk.first.get('veterans', '/allowances/nothing'), 404, 'allowance.not-found');
  });

  test('nothing is proposed before the registration is confirmed, nor where nothing is due', async () => {
    const { body } = await desk.register(await desk.person());
    expectRefused(await desk.propose(body.veteranId), 409, 'allowance.veteran-not-confirmed');
    const { veteranId } = await desk.confirmed({ ...disabled, grade: 5 });
    const nothing = await desk.propose(veteranId);
    expectRefused(nothing, 422, 'allowance.nothing-due');
    expect(nothing.body.title).toContain('VET-5');
  });

  test('an ending of tomorrow', async () => {
    const { allowanceId } = await desk.proposed();
    await desk.step(allowanceId, 'approve');
    const on = localDate.addDays(systemClocks.civil.today(), 1);
    const answer = await desk.step(allowanceId, 'end', desk.first, { reason: 'died', on });
    expectRefused(answer, 400, 'request.invalid');
    expect(answer.body.errors).toMatchObject([{ pointer: '/on', code: 'field.too-large' }]);
  });
});
