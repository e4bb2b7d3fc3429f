import { localDate } from '@minzheng/types';
import { factsOf } from '../../src/demo/facts.ts';
import { veterans } from '../../src/demo/veteran.ts';
import { LawDesk } from '../law-desk.ts';
import type { PlatformFile } from '../whole-platform.ts';
import type { World } from './world.ts';

/** Somebody tried a part beside one of their own; `code` is what they were told. */
export interface Tried {
  readonly operation: string;
  readonly who: string;
  readonly code: string | undefined;
}

/** Every second part that there is, tried by whoever holds the first. */
export async function tryTwice(world: World, file: PlatformFile): Promise<Tried[]> {
  const tried: Tried[] = [];
  const refused = async (operation: string, who: string, path: string, body: unknown = {}): Promise<void> => {
    const { code } = await world.ask(who, { method: 'POST', path: `/api/v1${path}`, body, isKeyed: true });
    tried.push({ operation, who, code });
  };
  const desk = await LawDesk.open(file);
  const guest = desk.guest('v7');

  const id = await desk.submit('access twice', guest);
  const caseStep = `/applications/${id}`;
  await desk.accept(id);
  await refused('startSurvey', 'street-officer-wuma-2', `${caseStep}/start-survey`, {
    surveyors: ['SO-WM-1', 'SO-WM-3'],
  });
  await desk.step('street-officer-wuma-2', id, 'start-survey', { surveyors: ['SO-WM-2', 'SO-WM-3'] });
  const facts = factsOf(guest.means, guest.personIds);
  const report = { facts, opinion: 'negative', note: '样例' };
  await refused('reportSurvey', 'street-officer-wuma-2', `${caseStep}/report-survey`, report);
  await desk.step('street-officer-wuma-1', id, 'report-survey', report);
  await refused('reviewCase', 'acceptor-reviews', `${caseStep}/review`);
  await desk.step('district-reviewer-1', id, 'review');
  await refused('confirmCase', 'reviewer-decides', `${caseStep}/confirm`);
  await refused('refuseCase', 'reviewer-decides', `${caseStep}/refuse`);

  const fire = await desk.emergency('access fire', guest);
  const relief = `/emergencies/${fire}`;
  await desk.triage(fire);
  await refused('advanceRelief', 'street-officer-wuma-1', `${relief}/advance`);
  await refused('advanceRelief', 'acceptor-decides', `${relief}/advance`);
  await refused('refuseEmergency', 'acceptor-decides', `${relief}/refuse`);
  await desk.advance(fire);
  await refused('completePapers', 'street-officer-wuma-2', `${relief}/complete-papers`, { note: '样例' });

  const exactly = { linesHash: 'x', totalFen: 1 };
  const { payRun, recovery } = world.ids;
  await refused('approvePayRun', 'maker-approves', `/pay-runs/${payRun}/approve`, exactly);
  await refused('releasePayRun', 'maker-releases', `/pay-runs/${payRun}/release`, exactly);
  await refused('releasePayRun', 'checker-releases', `/pay-runs/${payRun}/release`, exactly);
  await refused('approveRecovery', 'maker-approves', `/recoveries/${recovery}/approve`);
  await refused('withdrawRecovery', 'maker-approves', `/recoveries/${recovery}/withdraw`, { reason: 'not-received' });

  const [one, other] = world.ids.relatives;
  const merge = { intoPersonId: other, reason: 'registered-twice' };
  await world.done('district-reviewer-1', 'POST', `/people/${one}/merge`, merge);
  await refused('confirmMerge', 'reviewer-decides', `/people/${one}/merge/confirm`);
  await world.done('district-decider-1', 'POST', `/people/${one}/merge/reject`);

  const [, disabled] = veterans;
  const soldier = { residentId: '330302196507124014', name: '样例申' };
  const first = 'veterans-officer-1';
  const { personId } = await world.done(first, 'POST', '/people/resolve', soldier);
  const register = { personId, divisionCode: '330302006', facts: disabled?.facts };
  const { veteranId } = await world.done(first, 'POST', '/veterans', register);
  await refused('confirmVeteran', first, `/veterans/${String(veteranId)}/confirm`);
  await world.done('veterans-officer-2', 'POST', `/veterans/${String(veteranId)}/confirm`);
  const { allowanceId } = await world.done(first, 'POST', '/allowances', { veteranId });
  await refused('approveAllowance', first, `/allowances/${String(allowanceId)}/approve`);

  const staffNo = 'TN-1';
  await world.done('trainer-1', 'POST', '/staff', { staffNo, unit: '样例', divisionCode: '330302' });
  await world.done('trainer-1', 'POST', '/courses/DECIDE-YEAR/enrolments', { staffNo });
  const result = { score: 90, completedOn: localDate.of(2026, 1, 5) };
  await refused('recordResult', 'trainer-1', `/courses/DECIDE-YEAR/enrolments/${staffNo}/result`, result);
  return tried;
}
