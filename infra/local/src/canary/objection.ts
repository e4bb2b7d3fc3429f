import { until } from '../demo/api.ts';
import type { CaseView } from '../demo/carry-case.ts';
import type { CanaryApi } from './canary-api.ts';
import type { CanaryHousehold } from './roles.ts';

const officer = 'street-officer-wuma-4';

/** While the notice of one household hangs out, somebody of another says what they know of them, and the street answers. */
export async function objectAndAnswer(
  api: CanaryApi,
  against: CanaryHousehold,
  by: CanaryHousehold | undefined,
): Promise<void> {
  const found = await until('a notice to object to', async () => {
    const { items } = await api.get<{ items: readonly CaseView[] }>(against.account, '/applications');
    return items.find(({ status }) => status === 'public-notice');
  });
  const path = `/applications/${found.applicationId}`;
  await api.command(by?.account ?? officer, 'POST', `${path}/objections`, { grounds: 'x' }, 'canary-object');
  const answer = { outcome: 'dismissed', note: 'x' };
  await api.command(officer, 'POST', `${path}/answer-objections`, answer, 'canary-answer');
}
