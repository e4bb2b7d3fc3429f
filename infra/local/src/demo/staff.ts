import { instant, LocalDate } from '@minzheng/types';
import { type Api, ApiRefused } from './api.ts';
import { carryCase, type CaseView, type Means } from './carry-case.ts';
import type { DemoHousehold } from './households.ts';

const trainer = 'trainer-1';
const relative = 'street-officer-wuma-4';
const decider = { staffNo: 'DD-1', unit: '社会救助科', divisionCode: '330302' } as const;
const scope = 'case.decide';
const months = { 'DECIDE-FIRST': 1, 'DECIDE-YEAR': 12 } as const;
type Course = keyof typeof months;

interface Enrolment {
  readonly staffNo: string;
  readonly status: string;
  readonly completedOn?: string;
}

/** Whoever decides needs a licence from the first day on; the first course gives one for a month. */
export async function licenseDecider(means: Means): Promise<void> {
  const { api, clock } = means;
  const today = instant.civilDate(await clock.known());
  await api.command(trainer, 'POST', '/staff', decider, 'demo-staff-decider');
  for (const [code, validityMonths] of Object.entries(months)) {
    const grants = { scopes: [scope], validityMonths };
    const course = { code, title: '样例：确认岗位培训', kind: 'mandatory', hours: 8, passScore: 60, grants };
    await api.command(trainer, 'POST', '/courses', course, `demo-course-${code}`);
  }
  if ((await passedOn(api, 'DECIDE-FIRST')) !== undefined) return;
  await pass(means, 'DECIDE-FIRST');
  await api.command(trainer, 'PUT', `/licence-requirements/${scope}`, { from: today }, 'demo-requirement');
  await clock.settle();
}

/** The licence has lapsed when this case is to be decided: it is refused until the officer has passed the next course. */
export async function carryPastLapse(
  means: Means,
  household: DemoHousehold,
  personIds: readonly string[],
): Promise<CaseView> {
  try {
    const decided = await carryCase(means, household, personIds);
    if ((await passedOn(means.api, 'DECIDE-YEAR')) !== undefined) return decided;
  } catch (error) {
    if (!(error instanceof ApiRefused) || error.code !== 'application.licence-not-held') throw error;
    await pass(means, 'DECIDE-YEAR');
    await means.clock.settle();
    return carryCase(means, household, personIds);
  }
  throw new Error(`${household.example} was decided by an officer whose licence had lapsed`);
}

async function pass({ api, clock }: Means, course: Course): Promise<void> {
  const completedOn = instant.civilDate(await clock.known());
  const { staffNo } = decider;
  await api.command(trainer, 'POST', `/courses/${course}/enrolments`, { staffNo }, `demo-enrol-${course}`);
  const result = { score: 86, completedOn };
  await api.command(trainer, 'POST', `/courses/${course}/enrolments/${staffNo}/result`, result, `demo-pass-${course}`);
}

async function passedOn(api: Api, course: Course): Promise<LocalDate | undefined> {
  const { items } = await api.get<{ items: readonly Enrolment[] }>(trainer, `/courses/${course}/enrolments`);
  const { completedOn } = items.find(({ staffNo, status }) => staffNo === decider.staffNo && status === 'passed') ?? {};
  return completedOn === undefined ? undefined : LocalDate.parse(completedOn);
}

/** 回避: an officer says whose near relative they are. */
export const declareRelative = (api: Api, personIds: readonly string[]): Promise<unknown> =>
  api.command(relative, 'PUT', '/near-relatives/me', { personIds }, 'demo-near-relative');

/** What the platform answers that officer at every step of the relative's case. */
async function answerToRelative(api: Api, applicationId: string): Promise<string> {
  try {
    await api.command(relative, 'POST', `/applications/${applicationId}/accept`, {}, `demo-relative-${applicationId}`);
  } catch (error) {
    if (error instanceof ApiRefused) return error.code;
    throw error;
  }
  throw new Error('an officer acted in the case of a near relative');
}

/** The rows about officers: who may not act, and why. */
export async function staffRows(api: Api, { applicationId, caseNumber = '–' }: CaseView): Promise<string[][]> {
  const first = await passedOn(api, 'DECIDE-FIRST');
  const next = await passedOn(api, 'DECIDE-YEAR');
  if (first === undefined || next === undefined) throw new Error('the decider has not passed both courses');
  return [
    ['L1', decider.staffNo, scope, `licensed on ${first} for a month; lapsed, and again on ${next} for a year`],
    ['L2', 'SO-WM-4', caseNumber, await answerToRelative(api, applicationId)],
  ];
}
