import { describe, expect, test } from '@jest/globals';
import { ApplicationId, CaseNumber, DecisionId, DivisionCode, instant, LocalDate, PersonId } from '@minzheng/types';
import type { Decision, Instant } from '@minzheng/types';
import type { Application, ApplicationStatus } from './application-state.ts';
import { ApplicationStatus as Status } from './application-state.ts';
import {
  accept,
  confirm,
  endNotice,
  refuseCase,
  reportSurvey,
  review,
  startSurvey,
  submit,
  transitions,
  withdraw,
} from './application.ts';
import type { ApplicationCommand, Deciding, Submission, Survey } from './application.ts';
import type { Facts } from './means-test/facts.ts';
import type { Assessment } from './programmes/db/assess-db.ts';

const at = instant.startOfDay(LocalDate.parse('2026-04-28'));
const later = (day: string): Instant => instant.startOfDay(LocalDate.parse(day));
const head = PersonId.parse('person-head');
const child = PersonId.parse('person-child');
const nothing = Array.from({ length: 12 }, () => 0 as Facts['financialFen']);
const facts: Facts = {
  wages: [{ personId: head, monthsFen: nothing }],
  pensions: [],
  otherMonthsFen: nothing,
  financialFen: 0 as Facts['financialFen'],
  vehicles: 0,
  dwellings: 1,
};
const submission: Submission = {
  id: ApplicationId.parse('app-1'),
  applicantId: head,
  divisionCode: DivisionCode.parse('330302006'),
  district: DivisionCode.parse('330302'),
  members: [
    { personId: head, relation: 'self' },
    { personId: child, relation: 'child' },
  ],
  facts,
  at,
};
const number = CaseNumber.parse('LC-DB-202604-000001-3');
const grounds = { trace: [], used: [], provisional: false };
const eligible: Assessment = { status: 'ELIGIBLE', monthlyFen: 220_000 as Facts['financialFen'], ...grounds };
const notEligible: Assessment = { status: 'NOT_ELIGIBLE', failed: ['AST-2'], ...grounds };

const deciding = (assessment: Assessment, by = 'DD-1'): Deciding => ({
  act: { by, at },
  assessment,
  stamp: { decisionId: DecisionId.parse('d-1'), decidedOn: LocalDate.parse('2026-06-01'), codeVersion: 'v' },
});

const commands: Record<ApplicationCommand, (application: Application) => Decision<Application>> = {
  accept: (a) => accept(a, { by: 'SO-1', at }, number),
  'start-survey': (a) => startSurvey(a, { by: 'SO-2', at }, ['SO-2', 'SO-3']),
  propose: (a) => reportSurvey(a, { by: 'SO-1', at }, { facts, opinion: 'positive', note: 'n' }),
  'advise-against': (a) => reportSurvey(a, { by: 'SO-1', at }, { facts, opinion: 'negative', note: 'n' }),
  'end-notice': (a) => endNotice(a, at),
  review: (a) => review(a, { by: 'DR-1', at }),
  confirm: (a) => confirm(a, deciding(eligible)),
  refuse: (a) => refuseCase(a, deciding(notEligible)),
  withdraw: (a) => withdraw(a, at),
};

function done(decision: Decision<Application>): Application {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.state;
}

const via = (...steps: ApplicationCommand[]): Application =>
  steps.reduce((application, command) => done(commands[command](application)), done(submit(submission)));

const standing: Record<ApplicationStatus, () => Application> = {
  submitted: () => via(),
  accepted: () => via('accept'),
  survey: () => via('accept', 'start-survey'),
  'public-notice': () => via('accept', 'start-survey', 'propose'),
  reported: () => via('accept', 'start-survey', 'propose', 'end-notice'),
  review: () => via('accept', 'start-survey', 'propose', 'end-notice', 'review'),
  confirmed: () => via('accept', 'start-survey', 'propose', 'end-notice', 'review', 'confirm'),
  refused: () => via('accept', 'start-survey', 'advise-against', 'review', 'refuse'),
  withdrawn: () => via('withdraw'),
};

const codeOf = (decision: Decision<unknown>): string => (decision.ok ? 'ok' : decision.refusal.code);

describe('every state and every command', () => {
  for (const status of Status.options)
    for (const command of Object.keys(commands) as ApplicationCommand[]) {
      const to = (transitions[status] as Partial<Record<ApplicationCommand, ApplicationStatus>>)[command];
      test(`${status}: ${command} ${to === undefined ? 'is not there' : `leads to ${to}`}`, () => {
        const before = standing[status]();
        expect(before.status).toBe(status);
        const decision = commands[command](before);
        if (to === undefined) {
          expect(decision).toEqual({
            ok: false,
            refusal: { code: 'application.transition-not-there', params: { state: status, command } },
          });
        } else expect(done(decision).status).toBe(to);
      });
    }
});

function typesAfter(status: ApplicationStatus, command: ApplicationCommand): string[] {
  const decision = commands[command](standing[status]());
  return decision.ok ? decision.events.map(({ type }) => type.split('.').slice(3, 5).join('.')) : [];
}

describe('what is told', () => {
  test('each step tells exactly what others need', () => {
    expect(typesAfter('submitted', 'accept')).toEqual(['case.accepted']);
    expect(typesAfter('accepted', 'start-survey')).toEqual([]);
    expect(typesAfter('survey', 'propose')).toEqual(['case.notice-posted']);
    expect(typesAfter('survey', 'advise-against')).toEqual(['case.reported']);
    expect(typesAfter('public-notice', 'end-notice')).toEqual(['case.reported']);
    expect(typesAfter('review', 'confirm')).toEqual(['case.confirmed']);
    expect(typesAfter('review', 'refuse')).toEqual(['case.refused']);
  });

  test('an event belongs to the application, its applicant and its division', () => {
    const decision = submit(submission);
    expect(decision.ok && decision.events[0]).toMatchObject({
      subject: 'app-1',
      key: 'app-1',
      personId: head,
      divisionCode: '330302006',
      data: { householdSize: 2, submittedOn: '2026-04-28' },
    });
  });
});

describe('the time a case has', () => {
  test('C5: accepted 2026-04-28, survey by 05-06, street by 05-21, decision by 06-11', () => {
    expect(standing.accepted().dates).toEqual({
      acceptedOn: '2026-04-28',
      startSurveyBy: '2026-05-06',
      streetBy: '2026-05-21',
      dueOn: '2026-06-11',
      provisional: false,
    });
  });

  test('CAL-6: a term that runs into a year without notice is provisional', () => {
    const accepted = accept(done(submit(submission)), { by: 'SO-1', at: later('2026-12-01') }, number);
    expect(done(accepted).dates).toMatchObject({ dueOn: '2027-01-13', provisional: true });
  });

  const notices: [row: string, posted: string, ends: string, report: string][] = [
    ['C6, over a holiday', '2026-06-12', '2026-06-22', '2026-06-23'],
    ['C7, plain', '2026-05-06', '2026-05-13', '2026-05-14'],
  ];
  for (const [row, posted, ends, report] of notices)
    test(`${row}: a notice posted ${posted} ends ${ends} and is reported from ${report}`, () => {
      const survey = { facts, opinion: 'positive', note: 'n' } as const;
      const decision = reportSurvey(standing.survey(), { by: 'SO-1', at: later(posted) }, survey);
      expect(decision.ok && decision.state.notice).toEqual({ postedOn: posted, endsOn: ends });
      expect(decision.ok && decision.deadlines).toEqual([
        { kind: 'notice.ends', subject: 'app-1', dueAt: later(report) },
      ]);
    });

  test('withdrawing takes the notice down', () => {
    const decision = withdraw(standing['public-notice'](), at);
    expect(decision.ok && decision.done).toEqual([{ kind: 'notice.ends', subject: 'app-1' }]);
  });
});

describe('no two adjacent parts in one hand (DOMAIN §2.4)', () => {
  const survey = { facts, opinion: 'negative', note: 'n' } as const;
  const table: [why: string, decision: () => Decision<Application>, code: string][] = [
    [
      'the acceptor is a surveyor',
      () => startSurvey(standing.accepted(), { by: 'SO-2', at }, ['SO-2', 'SO-1']),
      'application.same-officer-adjacent',
    ],
    [
      'a surveyor signs for the street',
      () => reportSurvey(standing.survey(), { by: 'SO-3', at }, survey),
      'application.same-officer-adjacent',
    ],
    ['the signer reviews', () => review(standing.reported(), { by: 'SO-1', at }), 'application.same-officer-adjacent'],
    [
      'the reviewer decides',
      () => confirm(standing.review(), deciding(eligible, 'DR-1')),
      'application.same-officer-adjacent',
    ],
    [
      'the acceptor signs for the street: not adjacent',
      () => reportSurvey(standing.survey(), { by: 'SO-1', at }, survey),
      'ok',
    ],
    [
      'one surveyor alone',
      () => startSurvey(standing.accepted(), { by: 'SO-2', at }, ['SO-2']),
      'application.surveyors-fewer-than-two',
    ],
    [
      'one surveyor named twice',
      () => startSurvey(standing.accepted(), { by: 'SO-2', at }, ['SO-2', 'SO-2']),
      'application.surveyors-fewer-than-two',
    ],
  ];
  for (const [why, decision, code] of table) test(`${why}: ${code}`, () => expect(codeOf(decision())).toBe(code));
});

function hashWith(vehicles: number): string | undefined {
  const survey: Survey = { facts: { ...facts, vehicles }, opinion: 'negative', note: 'n' };
  const signed = done(reportSurvey(standing.survey(), { by: 'SO-1', at }, survey));
  return done(refuseCase(done(commands.review(signed)), deciding(notEligible))).decision?.factsHash;
}

describe('the decision', () => {
  test('must agree with the assessment', () => {
    const atReview = standing.review();
    expect(codeOf(confirm(atReview, deciding(notEligible)))).toBe('application.opinion-differs-from-assessment');
    expect(codeOf(refuseCase(atReview, deciding(eligible)))).toBe('application.opinion-differs-from-assessment');
  });

  test('is never made on a fact nobody gave', () => {
    const manual: Assessment = { status: 'MANUAL', missing: 'vehicles' };
    expect(codeOf(confirm(standing.review(), deciding(manual)))).toBe('application.facts-incomplete');
    expect(codeOf(refuseCase(standing.review(), deciding(manual)))).toBe('application.facts-incomplete');
  });

  test('keeps what it rests on, and pays from the month after', () => {
    const { decision } = done(confirm(standing.review(), deciding(eligible)));
    expect(decision).toMatchObject({
      outcome: 'confirmed',
      monthlyFen: 220_000,
      payFrom: '2026-07',
      ruleIds: ['DB-4'],
      knownAt: '2026-06-01',
      codeVersion: 'v',
      sample: false,
    });
    expect(decision?.factsHash).toMatch(/^[0-9a-z]{26}$/);
  });

  test('with a figure invented for tests is marked as a sample', () => {
    const row = {
      key: 'dibao.std',
      value: 1,
      validFrom: LocalDate.parse('2025-07-01'),
      publishedOn: LocalDate.parse('2025-09-15'),
      docNo: 'SAMPLE-1',
      confidence: 'SAMPLE',
    } as const;
    const { decision } = done(confirm(standing.review(), deciding({ ...eligible, used: [row] })));
    expect(decision?.sample).toBe(true);
  });

  test('other facts have another hash', () => {
    expect(hashWith(1)).toBe(hashWith(1));
    expect(hashWith(1)).not.toBe(hashWith(2));
  });
});

describe('an application is refused with the field at fault', () => {
  const [self, kid] = submission.members;
  const someone = PersonId.parse('someone-else');
  const table: [why: string, change: Partial<Submission>, pointers: string[]][] = [
    ['another district', { divisionCode: DivisionCode.parse('330303001') }, ['/divisionCode']],
    ['a district instead of a street', { divisionCode: DivisionCode.parse('330302') }, ['/divisionCode']],
    [
      'the applicant is not among the members',
      { members: [{ personId: child, relation: 'child' }] },
      ['/members', '/facts/wages/0/personId'],
    ],
    ['the applicant stands as a child', { members: [{ personId: head, relation: 'child' }] }, ['/members/0/relation']],
    ['two are the applicant', { members: [self!, { ...kid!, relation: 'self' }] }, ['/members/1/relation']],
    ['one stands in it twice', { members: [self!, kid!, kid!] }, ['/members/2/personId']],
    [
      'a wage of somebody else',
      { facts: { ...facts, wages: [{ personId: someone, monthsFen: nothing }] } },
      ['/facts/wages/0/personId'],
    ],
    [
      'a pension of somebody else',
      { facts: { ...facts, pensions: [{ personId: someone, monthsFen: nothing, basicMonthsFen: nothing }] } },
      ['/facts/pensions/0/personId'],
    ],
  ];
  for (const [why, change, pointers] of table)
    test(why, () => {
      const decision = submit({ ...submission, ...change });
      expect(codeOf(decision)).toBe('request.invalid');
      if (!decision.ok) expect(decision.refusal.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
    });

  test('a community within a street of the district is fine', () => {
    expect(codeOf(submit({ ...submission, divisionCode: DivisionCode.parse('330302006001') }))).toBe('ok');
  });

  test('verified facts name members only', () => {
    const survey: Survey = {
      facts: { ...facts, wages: [{ personId: someone, monthsFen: nothing }] },
      opinion: 'positive',
      note: 'n',
    };
    expect(codeOf(reportSurvey(standing.survey(), { by: 'SO-1', at }, survey))).toBe('request.invalid');
  });
});
