import { describe, expect, test } from '@jest/globals';
import {
  ApplicationId,
  CaseNumber,
  DecisionId,
  DivisionCode,
  instant,
  LocalDate,
  ObjectionId,
  PersonId,
} from '@minzheng/types';
import type { Decision, Instant } from '@minzheng/types';
import { lawOn } from '../../test/law.ts';
import type { Application, HouseholdCase, HouseholdStatus } from './application-state.ts';
import { HouseholdStatus as Status } from './application-state.ts';
import {
  abandon,
  accept,
  confirm,
  endNotice,
  refuseCase,
  reportSurvey,
  requestSupplement,
  review,
  startSurvey,
  supply,
  transitions,
  withdraw,
} from './application.ts';
import type { ApplicationCommand, Deciding, Survey } from './application.ts';
import { runOut } from './case-terms.ts';
import type { Assessment } from './means-test/assessment.ts';
import type { Facts } from './means-test/facts.ts';
import { answerObjections, object } from './objections.ts';
import { submit } from './submission.ts';
import type { Submission } from './submission.ts';
import { lastTerm, lightOf, usedOf } from './terms.ts';

const day = LocalDate.parse('2026-04-28');
const view = lawOn(day);

const at = instant.startOfDay(day);
const later = (on: string): Instant => instant.startOfDay(LocalDate.parse(on));
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
const submission: Extract<Submission, { programme: 'DB' | 'DBB' }> = {
  programme: 'DB',
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

const survey = { facts, opinion: 'positive', note: 'n' } as const;
const filing = { objectionId: ObjectionId.parse('o-1'), at };

const commands: Record<ApplicationCommand, (application: HouseholdCase) => Decision<HouseholdCase>> = {
  'request-supplement': (a) => requestSupplement(a, { by: 'SO-1', at }, ['receipts'], view),
  supply: (a) => supply(a, at, view),
  abandon: (a) => abandon(a, at),
  accept: (a) => accept(a, { by: 'SO-1', at, isDevolved: false }, number, view),
  'start-survey': (a) => startSurvey(a, { by: 'SO-2', at }, ['SO-2', 'SO-3']),
  propose: (a) => reportSurvey(a, { by: 'SO-1', at }, survey, view),
  'advise-against': (a) => reportSurvey(a, { by: 'SO-1', at }, { ...survey, opinion: 'negative' }, view),
  'end-notice': (a) => endNotice(a, at, view),
  object: (a) => object(a, filing, view),
  'resume-notice': (a) => answerObjections(a, { by: 'SO-1', at }, { outcome: 'dismissed', note: 'n' }, view),
  'answer-objections': (a) => answerObjections(a, { by: 'SO-1', at }, { ...survey, outcome: 'upheld' }, view),
  review: (a) => review(a, { by: 'DR-1', at }),
  confirm: (a) => confirm(a, deciding(eligible)),
  refuse: (a) => refuseCase(a, deciding(notEligible)),
  withdraw: (a) => withdraw(a, at),
};

function done<A extends Application>(decision: Decision<A>): A {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.state;
}

const submitted = (): HouseholdCase => done(submit(submission, view)) as HouseholdCase;

const via = (...steps: ApplicationCommand[]): HouseholdCase =>
  steps.reduce((application, command) => done(commands[command](application)), submitted());

const standing: Record<HouseholdStatus, () => HouseholdCase> = {
  submitted: () => via(),
  supplement: () => via('request-supplement'),
  abandoned: () => via('request-supplement', 'abandon'),
  accepted: () => via('accept'),
  survey: () => via('accept', 'start-survey'),
  'public-notice': () => via('accept', 'start-survey', 'propose'),
  're-survey': () => via('accept', 'start-survey', 'propose', 'object'),
  reported: () => via('accept', 'start-survey', 'propose', 'end-notice'),
  review: () => via('accept', 'start-survey', 'propose', 'end-notice', 'review'),
  confirmed: () => via('accept', 'start-survey', 'propose', 'end-notice', 'review', 'confirm'),
  refused: () => via('accept', 'start-survey', 'advise-against', 'review', 'refuse'),
  withdrawn: () => via('withdraw'),
};

const codeOf = (decision: Decision<unknown>): string => (decision.ok ? 'ok' : decision.refusal.code);

/** Answering is one command; what comes of it depends on the notice. */
const asked = (command: ApplicationCommand): unknown =>
  command === 'resume-notice' ? expect.stringMatching(/^(?:resume-notice|answer-objections)$/) : command;

describe('every state and every command', () => {
  for (const status of Status.options)
    for (const command of Object.keys(commands) as ApplicationCommand[]) {
      const to = (transitions[status] as Partial<Record<ApplicationCommand, HouseholdStatus>>)[command];
      test(`${status}: ${command} ${to === undefined ? 'is not there' : `leads to ${to}`}`, () => {
        const before = standing[status]();
        expect(before.status).toBe(status);
        const decision = commands[command](before);
        if (to === undefined) {
          expect(decision).toEqual({
            ok: false,
            refusal: { code: 'application.transition-not-there', params: { state: status, command: asked(command) } },
          });
        } else expect(done(decision).status).toBe(to);
      });
    }
});

function typesAfter(status: HouseholdStatus, command: ApplicationCommand): string[] {
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
    expect(typesAfter('submitted', 'request-supplement')).toEqual(['case.supplement-requested']);
    expect(typesAfter('supplement', 'abandon')).toEqual(['application.abandoned']);
    expect(typesAfter('public-notice', 'object')).toEqual(['case.objection-filed']);
    expect(typesAfter('re-survey', 'resume-notice')).toEqual(['case.objection-answered']);
    expect(typesAfter('re-survey', 'answer-objections')).toEqual(['case.objection-answered', 'case.reported']);
    expect(typesAfter('review', 'confirm')).toEqual(['case.confirmed']);
    expect(typesAfter('review', 'refuse')).toEqual(['case.refused']);
  });

  test('a refusal tells the last day on which review can be asked for', () => {
    const refused = commands.refuse(standing.review());
    const remedy = { reviewBy: '2026-07-31', provisional: false };
    expect(refused.ok && refused.events).toMatchObject([{ data: { decidedOn: '2026-06-01', remedy } }]);
  });

  test('an event belongs to the application, its applicant and its division', () => {
    const decision = submit(submission, view);
    expect(decision.ok && decision.events[0]).toMatchObject({
      subject: 'app-1',
      key: 'app-1',
      personId: head,
      divisionCode: '330302006',
      data: { householdSize: 2, submittedOn: '2026-04-28' },
    });
  });
});

const termsOf = (application: Application): (readonly [string, string, string | undefined])[] =>
  application.terms.map(({ kind, dueOn, ended }) => [kind, dueOn, ended?.as] as const);

describe('the time a case has', () => {
  test('C5: accepted 2026-04-28, survey by 05-06, street by 05-21, decision by 06-11', () => {
    expect(termsOf(standing.accepted())).toEqual([
      ['acceptance', '2026-05-08', 'met'],
      ['start-survey', '2026-05-06', undefined],
      ['street', '2026-05-21', undefined],
      ['total', '2026-06-11', undefined],
    ]);
  });

  test('each term is a deadline at 24:00 of its last day, set in the commit that sets it running', () => {
    const decision = commands.accept(standing.submitted());
    expect(decision.ok && decision.deadlines).toEqual([
      { kind: 'term.start-survey', subject: 'app-1', dueAt: later('2026-05-07') },
      { kind: 'term.street', subject: 'app-1', dueAt: later('2026-05-22') },
      { kind: 'term.total', subject: 'app-1', dueAt: later('2026-06-12') },
    ]);
    expect(decision.ok && decision.done).toEqual([{ kind: 'term.acceptance', subject: 'app-1' }]);
  });

  test('confirmed by the street itself, the case has twenty working days (C5)', () => {
    const devolved = done(accept(submitted(), { by: 'SO-1', at, isDevolved: true }, number, view));
    expect(lastTerm(devolved, 'total')).toMatchObject({ allowed: 20, dueOn: '2026-05-28' });
    expect(lastTerm(devolved, 'street')).toEqual(lastTerm(standing.accepted(), 'street'));
  });

  test('CAL-6: a term that runs into a year without notice is provisional', () => {
    const accepted = done(
      accept(submitted(), { by: 'SO-1', at: later('2026-12-01'), isDevolved: false }, number, view),
    );
    expect(lastTerm(accepted, 'total')).toMatchObject({ dueOn: '2027-01-13', provisional: true });
  });

  test('two norms that limit one step: the shorter counts, and both are kept (DOMAIN §0.1-4)', () => {
    expect(lastTerm(standing.reported(), 'district')).toMatchObject({
      allowed: 5,
      sources: [
        { docNo: '浙江省社会救助条例', allowed: 5 },
        { docNo: '民发〔2021〕57号', allowed: 10 },
      ],
    });
  });

  test('nothing runs on once a case is decided, withdrawn or abandoned', () => {
    const decided = commands.confirm(standing.review());
    expect(decided.ok && decided.done?.map(({ kind }) => kind).toSorted()).toEqual(['term.district', 'term.total']);
    const withdrawn = withdraw(standing.accepted(), at);
    expect(withdrawn.ok && withdrawn.done?.map(({ kind }) => kind)).toEqual([
      'term.start-survey',
      'term.street',
      'term.total',
      'notice.ends',
    ]);
    for (const status of ['confirmed', 'refused', 'withdrawn', 'abandoned'] as const)
      expect(standing[status]().terms.filter(({ ended }) => ended === undefined)).toEqual([]);
  });

  test('a supplement stops the time to accept; it begins anew when what was missing has come', () => {
    const waiting = standing.supplement();
    expect(termsOf(waiting)).toEqual([
      ['acceptance', '2026-05-08', 'dropped'],
      ['supplement', '2026-05-28', undefined],
    ]);
    const supplied = done(supply(waiting, later('2026-05-18'), view));
    expect(termsOf(supplied).slice(1)).toEqual([
      ['supplement', '2026-05-28', 'met'],
      ['acceptance', '2026-05-25', undefined],
    ]);
    expect(codeOf(commands['request-supplement'](supplied))).toBe('application.supplement-asked-already');
  });

  const notices: [row: string, posted: string, ends: string, report: string][] = [
    ['C6, over a holiday', '2026-06-12', '2026-06-22', '2026-06-23'],
    ['C7, plain', '2026-05-06', '2026-05-13', '2026-05-14'],
    ['over the National Day week', '2026-09-28', '2026-10-08', '2026-10-09'],
  ];
  for (const [row, posted, ends, report] of notices)
    test(`${row}: a notice posted ${posted} ends ${ends} and is reported from ${report}`, () => {
      const act = { by: 'SO-1', at: later(posted) };
      const decision = reportSurvey(standing.survey(), act, survey, view);
      expect(decision.ok && decision.state.notice).toEqual({ postedOn: posted, endsOn: ends });
      expect(decision.ok && decision.deadlines).toEqual([
        { kind: 'notice.ends', subject: 'app-1', dueAt: later(report) },
      ]);
    });

  test('withdrawing takes the notice down', () => {
    const decision = withdraw(standing['public-notice'](), at);
    expect(decision.ok && decision.done).toContainEqual({ kind: 'notice.ends', subject: 'app-1' });
  });
});

describe('a term that runs out', () => {
  const lastMoment = instant.plus(later('2026-05-07'), -1);

  test('is told once, as a fact, and decides nothing', () => {
    const accepted = standing.accepted();
    expect(runOut(accepted, 'start-survey', lastMoment)).toMatchObject({ state: accepted, events: [] });
    const missed = runOut(accepted, 'start-survey', later('2026-05-07'));
    expect(missed).toMatchObject({
      state: { status: 'accepted' },
      events: [
        {
          type: 'org.minzheng.applications.case.deadline-missed.v1',
          personId: head,
          data: { kind: 'start-survey', dueOn: '2026-05-06', caseNumber: number, provisional: false },
        },
      ],
    });
    const again = runOut(done(missed), 'start-survey', later('2026-05-08'));
    expect(again.ok && again.events).toEqual([]);
  });

  test('is told with the step that comes too late, however slow the clock’s own reader is', () => {
    const late = startSurvey(standing.accepted(), { by: 'SO-2', at: later('2026-05-07') }, ['SO-2', 'SO-3']);
    expect(late.ok && late.events.map(({ type }) => type)).toEqual([
      'org.minzheng.applications.case.deadline-missed.v1',
    ]);
    expect(lastTerm(done(late), 'start-survey')).toMatchObject({
      missedAt: later('2026-05-07'),
      ended: { as: 'met', at: later('2026-05-07') },
    });
  });

  test('of a step that was done in time is no fact', () => {
    const done30 = standing.survey();
    expect(runOut(done30, 'start-survey', later('2026-06-30'))).toMatchObject({ state: done30, events: [] });
  });

  test('shows amber from seven tenths of the time on, and red when it is over', () => {
    const street = lastTerm(standing.accepted(), 'street');
    const shown = (on: string) => [usedOf(street, later(on)), lightOf(street, later(on))];
    expect(shown('2026-04-28')).toEqual([0, 'green']);
    expect(shown('2026-05-14')).toEqual([10, 'green']);
    expect(shown('2026-05-15')).toEqual([11, 'amber']);
    expect(shown('2026-05-21')).toEqual([15, 'amber']);
    expect(shown('2026-05-22')).toEqual([16, 'red']);
  });

  test('before acceptance accepts by silence, with nobody’s name on it', () => {
    const silent = done(accept(submitted(), { at: later('2026-05-09'), isDevolved: false }, number, view));
    expect(silent).toMatchObject({ status: 'accepted', officers: {} });
    expect(silent.history.at(-1)).toEqual({ event: 'accepted', at: later('2026-05-09') });
  });
});

const posted = (): HouseholdCase =>
  done(reportSurvey(standing.survey(), { by: 'SO-1', at: later('2026-05-20') }, survey, view));

const objectedOn = (on: string): Decision<HouseholdCase> => object(posted(), { ...filing, at: later(on) }, view);

describe('an objection to the notice (DOMAIN §2.1 rows 8, 9)', () => {
  const dismissed = { outcome: 'dismissed', note: 'n' } as const;

  test('takes the notice’s end away and gives the case 45 working days', () => {
    const decision = objectedOn('2026-05-22');
    expect(decision.ok && decision.done).toContainEqual({ kind: 'notice.ends', subject: 'app-1' });
    const objected = done(decision);
    expect(lastTerm(objected, 'total')).toMatchObject({ allowed: 45, dueOn: '2026-07-03' });
    expect(lastTerm(objected, 'objection')).toMatchObject({ dueOn: '2026-07-03' });
    expect(decision.ok && decision.events.at(-1)?.data).toMatchObject({
      filedOn: '2026-05-22',
      answerBy: '2026-07-03',
    });
  });

  test('dismissed while the notice’s days run, the notice goes on to its end', () => {
    const act = { by: 'SO-1', at: later('2026-05-25') };
    const decision = answerObjections(done(objectedOn('2026-05-22')), act, dismissed, view);
    expect(done(decision)).toMatchObject({ status: 'public-notice', opinion: 'positive', verified: facts });
    expect(decision.ok && decision.deadlines).toEqual([
      { kind: 'notice.ends', subject: 'app-1', dueAt: later('2026-05-28') },
    ]);
    expect(done(decision).objections).toEqual([{ objectionId: 'o-1', filedOn: '2026-05-22', outcome: 'dismissed' }]);
  });

  test('dismissed after that, the case is reported as it was proposed', () => {
    const act = { by: 'SO-1', at: later('2026-05-28') };
    const answered = done(answerObjections(done(objectedOn('2026-05-22')), act, dismissed, view));
    expect(answered).toMatchObject({ status: 'reported', opinion: 'positive' });
    expect(lastTerm(answered, 'objection').ended?.as).toBe('met');
  });

  test('upheld, the case is reported at once with what the new survey has found', () => {
    const act = { by: 'SO-1', at: later('2026-05-25') };
    const richer = { ...facts, vehicles: 1 };
    const answer = { outcome: 'upheld', note: 'n2', facts: richer, opinion: 'negative' } as const;
    const decision = answerObjections(done(objectedOn('2026-05-22')), act, answer, view);
    expect(done(decision)).toMatchObject({ status: 'reported', opinion: 'negative', verified: richer, note: 'n2' });
    expect(decision.ok && decision.events.map(({ data }) => data)).toMatchObject([
      { outcome: 'upheld', answeredOn: '2026-05-25' },
      { opinion: 'negative' },
    ]);
  });

  test('a second one joins the first, and one answer answers both', () => {
    const second = { ...filing, objectionId: ObjectionId.parse('o-2'), at: later('2026-05-23') };
    const both = done(object(done(objectedOn('2026-05-22')), second, view));
    const answered = done(answerObjections(both, { by: 'SO-1', at: later('2026-06-01') }, dismissed, view));
    expect(answered.objections.map(({ outcome }) => outcome)).toEqual(['dismissed', 'dismissed']);
    expect(both.terms.filter(({ ended }) => ended === undefined).map(({ kind }) => kind)).toEqual([
      'objection',
      'total',
    ]);
  });

  test('a surveyor cannot sign its answer', () => {
    const answered = answerObjections(standing['re-survey'](), { by: 'SO-3', at }, dismissed, view);
    expect(codeOf(answered)).toBe('application.same-officer-adjacent');
  });
});

describe('no two adjacent parts in one hand (DOMAIN §2.4)', () => {
  const against = { ...survey, opinion: 'negative' } as const;
  const table: [why: string, decision: () => Decision<Application>, code: string][] = [
    [
      'the acceptor is a surveyor',
      () => startSurvey(standing.accepted(), { by: 'SO-2', at }, ['SO-2', 'SO-1']),
      'application.same-officer-adjacent',
    ],
    [
      'a surveyor signs for the street',
      () => reportSurvey(standing.survey(), { by: 'SO-3', at }, against, view),
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
      () => reportSurvey(standing.survey(), { by: 'SO-1', at }, against, view),
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
  const against: Survey = { facts: { ...facts, vehicles }, opinion: 'negative', note: 'n' };
  const signed = done(reportSurvey(standing.survey(), { by: 'SO-1', at }, against, view));
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
    expect(confirm(standing.review(), deciding(manual))).toMatchObject({
      refusal: {
        code: 'application.facts-incomplete',
        errors: [{ pointer: '/facts/vehicles', code: 'field.required' }],
      },
    });
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
  const table: [why: string, change: Partial<typeof submission>, pointers: string[]][] = [
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
      const decision = submit({ ...submission, ...change }, view);
      expect(codeOf(decision)).toBe('request.invalid');
      if (!decision.ok) expect(decision.refusal.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
    });

  test('a community within a street of the district is fine', () => {
    expect(codeOf(submit({ ...submission, divisionCode: DivisionCode.parse('330302006001') }, view))).toBe('ok');
  });

  test('verified facts name members only', () => {
    const strange = { ...survey, facts: { ...facts, wages: [{ personId: someone, monthsFen: nothing }] } };
    const act = { by: 'SO-1', at };
    expect(codeOf(reportSurvey(standing.survey(), act, strange, view))).toBe('request.invalid');
    const upheld = answerObjections(standing['re-survey'](), act, { ...strange, outcome: 'upheld' }, view);
    expect(codeOf(upheld)).toBe('request.invalid');
  });
});
