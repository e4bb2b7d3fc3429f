import { describe, expect, test } from '@jest/globals';
import {
  ApplicationId,
  CaseNumber,
  DecisionId,
  DivisionCode,
  Instant,
  instant,
  LocalDate,
  PersonId,
} from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { lawOn } from '../../test/law.ts';
import type { ReliefCase, ReliefStatus } from './application-state.ts';
import { ReliefStatus as Status } from './application-state.ts';
import { assess } from './programmes/assess.ts';
import type { ReliefFacts } from './programmes/tl-e/relief-facts.ts';
import { advance, completePapers, refuseRelief, reliefTransitions, triage, withdrawRelief } from './relief.ts';
import type { ReliefCommand } from './relief.ts';
import { submit } from './submission.ts';
import { lastTerm } from './terms.ts';

/** DOMAIN §12, C10: reported 2026-02-16 22:00 in Asia/Shanghai, on the eve of the Spring Festival. */
const reportedAt = Instant.parse('2026-02-16T14:00:00.000Z');
const day = LocalDate.parse('2026-02-17');
const view = lawOn(day);
const head = PersonId.parse('person-head');
const hours = (n: number): Instant => instant.plus(reportedAt, n * 3_600_000);
const caseNumber = CaseNumber.parse('LC-DB-202604-000001-3');
const fire: ReliefFacts = { emergency: 'fire', isUrgent: true, hardship: 'tier-2' };

function done(decision: Decision<ReliefCase>): ReliefCase {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.state;
}

const codeOf = (decision: Decision<unknown>): string => (decision.ok ? 'ok' : decision.refusal.code);

const reported = (): ReliefCase =>
  done(
    submit(
      {
        programme: 'TL_E',
        facts: { emergency: 'fire' },
        id: ApplicationId.parse('app-1'),
        applicantId: head,
        divisionCode: DivisionCode.parse('330302006'),
        district: DivisionCode.parse('330302'),
        members: [
          { personId: head, relation: 'self' },
          { personId: PersonId.parse('person-2'), relation: 'spouse' },
          { personId: PersonId.parse('person-3'), relation: 'child' },
        ],
        at: reportedAt,
      },
      view,
    ) as Decision<ReliefCase>,
  );

const triagedAs = (application: ReliefCase, facts: ReliefFacts): Decision<ReliefCase> => {
  const assessment = assess({ ...application, verified: facts }, view);
  return triage(application, { by: 'SO-1', at: hours(1) }, { facts, assessment, caseNumber });
};

const deciding = (application: ReliefCase, by: string, at = hours(2)) => ({
  act: { by, at },
  assessment: assess(application, view),
  stamp: { decisionId: DecisionId.parse('d-1'), decidedOn: instant.civilDate(at), codeVersion: 'v' },
});

const byStreet = (application: ReliefCase, at = hours(2)): Decision<ReliefCase> =>
  advance(application, { ...deciding(application, 'SO-2', at), isStreet: true }, view);
const byDistrict = (application: ReliefCase, meetingRef?: string): Decision<ReliefCase> =>
  advance(
    application,
    { ...deciding(application, 'DD-1'), isStreet: false, ...(meetingRef !== undefined && { meetingRef }) },
    view,
  );

const commands: Record<ReliefCommand, (application: ReliefCase) => Decision<ReliefCase>> = {
  triage: (a) => triagedAs(a, fire),
  advance: (a) => byStreet(a),
  refuse: (a) =>
    refuseRelief(
      { ...a, verified: { ...fire, isUrgent: false } },
      deciding({ ...a, verified: { ...fire, isUrgent: false } }, 'DD-1'),
    ),
  complete: (a) => completePapers(a, { by: 'SO-1', at: hours(30) }, 'n'),
  withdraw: (a) => withdrawRelief(a, hours(1)),
};

const via = (...steps: ReliefCommand[]): ReliefCase =>
  steps.reduce((application, command) => done(commands[command](application)), reported());

const standing: Record<ReliefStatus, () => ReliefCase> = {
  submitted: () => via(),
  triaged: () => via('triage'),
  advanced: () => via('triage', 'advance'),
  completed: () => via('triage', 'advance', 'complete'),
  refused: () => via('triage', 'refuse'),
  withdrawn: () => via('withdraw'),
};

describe('every state and every command of emergency relief', () => {
  for (const status of Status.options)
    for (const command of Object.keys(commands) as ReliefCommand[]) {
      const to = (reliefTransitions[status] as Partial<Record<ReliefCommand, ReliefStatus>>)[command];
      test(`${status}: ${command} ${to === undefined ? 'is not there' : `leads to ${to}`}`, () => {
        const decision = commands[command](standing[status]());
        if (to === undefined) expect(codeOf(decision)).toBe('application.transition-not-there');
        else expect(done(decision).status).toBe(to);
      });
    }
});

describe('the 24-hour path (TL-5)', () => {
  test('C10: reported 02-16 22:00, the money is due 02-17 22:00, holidays or not', () => {
    expect(lastTerm(reported(), 'triage').dueAt).toBe('2026-02-16T16:00:00.000Z');
    expect(lastTerm(reported(), 'advance')).toMatchObject({ dueAt: '2026-02-17T14:00:00.000Z', dueOn: '2026-02-17' });
  });

  test('C10: decided 02-17, the papers have until 03-06', () => {
    const advanced = done(byStreet(standing.triaged(), hours(20)));
    expect(lastTerm(advanced, 'papers')).toMatchObject({ dueOn: '2026-03-06', allowed: 10, unit: 'working-days' });
    expect(lastTerm(advanced, 'advance').ended?.as).toBe('met');
  });

  test('E25: the sum is owed once and at once, from this very month', () => {
    const decision = byStreet(standing.triaged());
    expect(done(decision).decision).toMatchObject({
      outcome: 'confirmed',
      monthlyFen: 0,
      oneOffFen: 990_000,
      level: 'street',
      payFrom: '2026-02',
      ruleIds: ['TL-1', 'TL-3', 'TL-4'],
      sample: true,
    });
    expect(decision.ok && decision.events.map(({ data }) => data)).toMatchObject([
      { programme: 'TL_E', monthlyFen: 0, oneOffFen: 990_000, payFrom: '2026-02' },
    ]);
  });

  test('a decision after the 24 hours still helps, and is told as late', () => {
    const decision = byStreet(standing.triaged(), hours(24));
    expect(done(decision).status).toBe('advanced');
    expect(decision.ok && decision.events[0]?.data).toMatchObject({ kind: 'advance', dueOn: '2026-02-17' });
  });

  test('nothing runs on once the papers are there', () => {
    expect(standing.completed().terms.map(({ kind, ended }) => [kind, ended?.as])).toEqual([
      ['triage', 'met'],
      ['advance', 'met'],
      ['papers', 'met'],
    ]);
  });
});

const found = (facts: Partial<ReliefFacts>): ReliefCase => done(triagedAs(reported(), { ...fire, ...facts }));
const special = (requestedFen: number): ReliefCase =>
  found({ hardship: 'special', requestedFen: requestedFen as NonNullable<ReliefFacts['requestedFen']> });

describe('who may decide how much (TL-4)', () => {
  const table: [why: string, decision: () => Decision<ReliefCase>, code: string][] = [
    ['the street up to its limit', () => byStreet(found({})), 'ok'],
    ['the street one fen above it', () => byStreet(special(990_001)), 'application.above-street-limit'],
    ['the district what the street may', () => byDistrict(found({})), 'ok'],
    ['the district up to the highest tier', () => byDistrict(found({ hardship: 'tier-3' })), 'ok'],
    ['the district one fen above it alone', () => byDistrict(special(1_980_001)), 'application.meeting-needed'],
    ['the district with its meeting', () => byDistrict(special(1_980_001), '2026-3'), 'ok'],
    ['the street with a meeting it names itself', () => byStreet(special(1_980_001)), 'application.above-street-limit'],
  ];
  for (const [why, decision, code] of table) test(`${why}: ${code}`, () => expect(codeOf(decision())).toBe(code));

  test('nobody who has found it out decides it, and nobody who has decided it signs its papers', () => {
    const own = advance(standing.triaged(), { ...deciding(standing.triaged(), 'SO-1'), isStreet: true }, view);
    expect(codeOf(own)).toBe('application.same-officer-adjacent');
    const signed = completePapers(standing.advanced(), { by: 'SO-2', at: hours(30) }, 'n');
    expect(codeOf(signed)).toBe('application.same-officer-adjacent');
  });
});

describe('what is not known or not urgent', () => {
  test('is asked for at the triage, not when the money is due', () => {
    expect(triagedAs(reported(), { emergency: 'fire', isUrgent: true })).toMatchObject({
      refusal: {
        code: 'application.facts-incomplete',
        errors: [{ pointer: '/facts/hardship', code: 'field.required' }],
      },
    });
  });

  test('is refused with the way it may go instead', () => {
    const calm = done(triagedAs(reported(), { emergency: 'other-hardship', isUrgent: false }));
    expect(codeOf(byStreet(calm))).toBe('application.opinion-differs-from-assessment');
    expect(done(refuseRelief(calm, deciding(calm, 'DD-1'))).decision).toMatchObject({
      outcome: 'refused',
      ruleIds: ['TL-1'],
      hint: 'TL_X',
    });
  });
});
