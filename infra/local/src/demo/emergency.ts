import { instant } from '@minzheng/types';
import type { Means, TermView } from './carry-case.ts';

/** The household of E25: a fire, three persons, tier 2. */
export const emergency = { example: 'E25', account: 'resident-e02', facts: { emergency: 'fire' } } as const;

/** What the demonstration reads of an emergency. */
export interface ReliefView {
  readonly applicationId: string;
  readonly status: string;
  readonly caseNumber?: string;
  readonly terms: readonly TermView[];
  readonly decision?: { readonly oneOffFen?: number; readonly ruleIds: readonly string[] };
  readonly sample: boolean;
}

const street = '330302006';
const found = { emergency: 'fire', isUrgent: true, hardship: 'tier-2' };
const hourMs = 3_600_000;

/** 先行救助: triaged within two hours, the money decided within twenty-four, the papers after (TL-5). */
export async function carryEmergency(
  { api, clock }: Means,
  personIds: readonly string[],
  account: string = emergency.account,
): Promise<ReliefView> {
  const members = personIds.map((personId, i) => ({ personId, relation: (['self', 'spouse', 'child'] as const)[i] }));
  const body = { divisionCode: street, members, facts: emergency.facts };
  const known = await api.get<{ items: readonly ReliefView[] }>(account, '/emergencies');
  const reported =
    known.items[0] ?? (await api.command<ReliefView>(account, 'POST', '/emergencies', body, 'demo-emergency'));
  const id = reported.applicationId;
  const step = (officer: string, verb: string, what: object): Promise<ReliefView> =>
    api.command<ReliefView>(officer, 'POST', `/emergencies/${id}/${verb}`, what, `demo-${id}-${verb}`);
  if (reported.status === 'submitted') {
    const reportedAt = await clock.known();
    await clock.passTo(instant.plus(reportedAt, hourMs));
    await step('street-officer-wuma-1', 'triage', { facts: found });
    await clock.passTo(instant.plus(reportedAt, 3 * hourMs));
    await step('street-officer-wuma-2', 'advance', {});
  }
  return api.get<ReliefView>(account, `/emergencies/${id}`);
}

/** 补办手续: a few working days later the street completes the papers. */
export async function completePapers({ api }: Means, { applicationId, status }: ReliefView): Promise<void> {
  if (status !== 'advanced') return;
  const path = `/emergencies/${applicationId}/complete-papers`;
  await api.command('street-officer-wuma-1', 'POST', path, { note: 'demonstration' }, `demo-${applicationId}-papers`);
}
