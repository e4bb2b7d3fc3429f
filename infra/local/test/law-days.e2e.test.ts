import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { instant, type Instant } from '@minzheng/types';
import type { Clock } from '../src/demo/clock.ts';
import { LawDesk } from './law-desk.ts';
import { beforeTheWeek, WEEK_BEGINS } from './law-week.ts';
import { carryTheYear, moment, YEAR_BEGINS } from './law-year.ts';
import { storyOf, waitingIn } from './same-story.ts';
import { hearAll, type Heard } from './the-bus.ts';
import { WholePlatform } from './whole-platform.ts';

/** A start and a year of law, on a machine that others use too. */
const limitMs = 300_000;
const services = ['people', 'applications', 'payments', 'notifications', 'training', 'veterans', 'subscriptions'];

/** Starts a platform of its own at a moment, lets `live` happen on it, and ends it. */
async function onPlatform<T>(begins: string, live: (platform: WholePlatform, desk: LawDesk) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'minzheng-law-days-'));
  const platform = new WholePlatform(folder, ['--no-demo', '--clock', `${begins}+08:00`]);
  try {
    await platform.ready();
    return await live(platform, await LawDesk.open(platform.file()));
  } finally {
    await platform.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the days of DOMAIN §12 on the bus', () => {
  let heard: readonly Heard[] = [];
  let ids: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    heard = await onPlatform(YEAR_BEGINS, async (platform, desk) => {
      ids = await carryTheYear(desk);
      return await hearAll(platform.file().kafkaBrokers);
    });
  }, limitMs);

  /** Everything of one type that was said of a case, in order. */
  const said = (name: string, type: string): readonly Heard[] =>
    heard.filter((one) => one.subject === ids[name] && one.type === `applications.${type}.v1`);

  /** The one event of a type; fails where there is none, or more. */
  function once(name: string, type: string): Heard {
    const [first, ...more] = said(name, type);
    expect([first?.type, more]).toEqual([`applications.${type}.v1`, []]);
    return first as Heard;
  }

  /** The last day of each term that ran out, and when that was told: never before it was over. */
  const missed = (name: string): Record<string, { dueOn: unknown; told: Instant }> =>
    Object.fromEntries(
      said(name, 'case.deadline-missed').map(({ data, time }) => [data['kind'], { dueOn: data['dueOn'], told: time }]),
    );

  const settled = (period: string, programme: string): { settledOn: unknown; on: string }[] =>
    heard
      .filter(({ type, data }) => type === 'payments.payment.settled.v1' && data['period'] === period)
      .filter(({ data }) => data['programme'] === programme)
      .map(({ time, data }) => ({ settledOn: data['settledOn'], on: instant.civilDate(time) }));

  test('C5: of a DB case accepted on 2026-04-28 the survey is due on 05-06, the street on 05-21, all of it on 06-11', () => {
    expect(once('idle', 'case.accepted').data).toMatchObject({ acceptedOn: '2026-04-28', dueOn: '2026-06-11' });
    expect(missed('idle')).toEqual({
      'start-survey': { dueOn: '2026-05-06', told: moment('2026-05-07T00:00') },
      street: { dueOn: '2026-05-21', told: moment('2026-05-22T00:00') },
      total: { dueOn: '2026-06-11', told: moment('2026-06-12T00:00') },
    });
  });

  test('C5: where the street itself confirms, all of it is due on 05-28', () => {
    expect(once('devolved', 'case.accepted').data).toMatchObject({ acceptedOn: '2026-04-28', dueOn: '2026-05-28' });
    expect(missed('devolved')['total']).toEqual({ dueOn: '2026-05-28', told: moment('2026-05-29T00:00') });
  });

  test('C6: a notice posted on 2026-06-12 ends on 06-22 24:00, and is reported from 06-23', () => {
    const { data } = once('rolled', 'case.notice-posted');
    expect(data).toMatchObject({ postedOn: '2026-06-12', endsOn: '2026-06-22' });
    const { time, data: reported } = once('rolled', 'case.reported');
    expect([time, reported['reportedOn']]).toEqual([moment('2026-06-23T00:00'), '2026-06-23']);
  });

  test('C7: a notice posted on 2026-05-06 ends on 05-13', () => {
    const { data } = once('noticed', 'case.notice-posted');
    expect(data).toMatchObject({ postedOn: '2026-05-06', endsOn: '2026-05-13' });
    expect(once('noticed', 'case.reported').time).toBe(moment('2026-05-14T00:00'));
  });

  test('C8: a refusal of 2026-03-10 can be reviewed until Saturday 05-09, which is worked', () => {
    const { time, data } = once('refused', 'case.refused');
    expect([instant.civilDate(time), data['decidedOn']]).toEqual(['2026-03-10', '2026-03-10']);
    expect(data['remedy']).toEqual({ reviewBy: '2026-05-09', provisional: false });
  });

  test('C9: a refusal of 2026-08-03 can be reviewed until 10-08, after the National Day week', () => {
    const { time, data } = once('rolled', 'case.refused');
    expect([instant.civilDate(time), data['decidedOn']]).toEqual(['2026-08-03', '2026-08-03']);
    expect(data['remedy']).toEqual({ reviewBy: '2026-10-08', provisional: false });
  });

  test('C10: an emergency reported on 2026-02-16 22:00 is to be paid by 02-17 22:00, and its papers are due on 03-06', () => {
    expect(once('late', 'application.submitted').time).toBe(moment('2026-02-16T22:00'));
    expect(missed('late')).toEqual({ advance: { dueOn: '2026-02-17', told: moment('2026-02-17T22:00') } });
    expect(once('first', 'case.confirmed').time < moment('2026-02-17T22:00')).toBe(true);
    expect(settled('2026-02', 'TL_E')).toEqual([{ settledOn: '2026-02-17', on: '2026-02-17' }]);
    expect(missed('first')).toEqual({ papers: { dueOn: '2026-03-06', told: moment('2026-03-07T00:00') } });
  });

  test.each([
    ['2026-01', '2026-01-09', 'the 10th is a Saturday'],
    ['2026-05', '2026-05-09', 'the 10th is a Sunday, Saturday the 9th is worked'],
    ['2026-10', '2026-10-10', 'a Saturday that is worked'],
  ])('C11: the pay day of %s is %s: %s', (period, payDay) => {
    expect(settled(period, 'DB')).toEqual([{ settledOn: payDay, on: payDay }]);
  });

  test('C12: a case accepted on 2026-12-01 is due on 2027-01-13, provisionally: the holidays of 2027 are not known', () => {
    expect(once('provisional', 'case.accepted').data).toMatchObject({
      acceptedOn: '2026-12-01',
      dueOn: '2027-01-13',
      provisional: true,
    });
    expect(missed('provisional')['total']).toEqual({ dueOn: '2027-01-13', told: moment('2027-01-14T00:00') });
    const { data } = said('provisional', 'case.deadline-missed').at(-1) as Heard;
    expect(data).toMatchObject({ kind: 'total', provisional: true });
  });
});

/** How the clock is moved over the National Day week. */
type Stride = (clock: Clock, to: Instant) => Promise<void>;

const BEFORE = moment('2026-09-30T09:00');
const AFTER = moment('2026-10-13T09:00');
const DAY_MS = 86_400_000;

const inOneStep: Stride = (clock, to) => clock.passTo(to);

const dayByDay: Stride = async (clock, to) => {
  for (let at = BEFORE; at < to; at = instant.plus(at, DAY_MS)) await clock.passTo(instant.plus(at, DAY_MS));
};

/** What one platform told, and what it still waits for afterwards. */
interface Week {
  readonly story: readonly string[];
  readonly waiting: readonly string[];
  readonly heard: readonly Heard[];
}

const theWeek = (stride: Stride): Promise<Week> =>
  onPlatform(WEEK_BEGINS, async (platform, desk) => {
    const { kafkaBrokers, mongodbUri, simulators } = platform.file();
    await beforeTheWeek(desk, simulators.bank);
    await stride(desk.means.clock, AFTER);
    const heard = await hearAll(kafkaBrokers);
    const waiting = await waitingIn(mongodbUri, services, desk.names);
    return { story: storyOf(heard, desk.names), waiting, heard };
  });

describe('the clock moved over the National Day week', () => {
  let step: Week;
  let daily: Week;

  beforeAll(async () => {
    step = await theWeek(inOneStep);
    daily = await theWeek(dayByDay);
  }, 2 * limitMs);

  test('meets everything on its day; in the week itself only the hours of an emergency run out (CAL-5)', () => {
    const met = step.heard
      .filter(({ time }) => time > BEFORE)
      .map(
        ({ time, type, data: { kind = '', template = '' } }) =>
          `${time} ${type} ${kind as string}${template as string}`,
      );
    expect(met.map((line) => line.trimEnd()).toSorted()).toEqual([
      `${moment('2026-09-30T11:00')} applications.case.deadline-missed.v1 triage`,
      `${moment('2026-10-01T09:00')} applications.case.deadline-missed.v1 advance`,
      `${moment('2026-10-08T17:00')} notifications.message.delivered.v1 pay.failed`,
      `${moment('2026-10-08T17:00')} payments.payment.returned.v1`,
      `${moment('2026-10-09T00:00')} applications.case.deadline-missed.v1 start-survey`,
      `${moment('2026-10-09T00:00')} applications.case.reported.v1`,
      `${moment('2026-10-10T00:00:00.500')} payments.pay-run.completed.v1`,
      `${moment('2026-10-10T00:00:00.500')} payments.payment.settled.v1`,
      `${moment('2026-10-10T08:00')} notifications.message.delivered.v1 pay.paid`,
      `${moment('2026-10-11T00:00')} applications.case.accepted.v1`,
      `${moment('2026-10-11T00:00')} applications.case.deadline-missed.v1 acceptance`,
    ]);
  });

  test('in one step tells on every topic what it tells day by day: the same facts of everybody, in the same order, at the same moments', () => {
    expect(daily.story).toEqual(step.story);
  });

  test('leaves the same waiting in every database, and nothing that is over', () => {
    expect(daily.waiting).toEqual(step.waiting);
    expect(step.waiting.filter((row) => row <= AFTER)).toEqual([]);
    expect(step.waiting).toContain(`${moment('2026-11-14T00:00')} applications term.total idle`);
  });
});
