import type { LocalDate } from '@minzheng/types';
import type { Api } from './api.ts';

/** What the demonstration reads of a recovery. */
interface RecoveryView {
  readonly recoveryId: string;
  readonly status: string;
  readonly programme: string;
  readonly period: string;
  readonly amountFen: number;
}

const [maker, checker] = ['finance-maker-1', 'finance-checker-1'] as const;

/** 追缴: nobody has answered in time; two people in finance decide, and the family pays back what came after the death. */
export async function payBack(api: Api, personId: string, on: LocalDate): Promise<void> {
  for (const recovery of await recoveriesOf(api, personId)) {
    const { recoveryId: id, amountFen } = recovery;
    const step = (account: string, verb: string, body: object): Promise<RecoveryView> =>
      api.command<RecoveryView>(account, 'POST', `/recoveries/${id}/${verb}`, body, `demo-${id}-${verb}`);
    let { status } = recovery;
    if (status === 'unanswered') ({ status } = await step(maker, 'propose', {}));
    if (status === 'proposed') ({ status } = await step(checker, 'approve', {}));
    if (status === 'decided') await step(maker, 'receipts', { reference: 'DEMO-REPAID-1', amountFen, receivedOn: on });
  }
}

/** Everything that is asked back of one person, oldest month first. */
export async function recoveriesOf(api: Api, personId: string): Promise<readonly RecoveryView[]> {
  const { items } = await api.get<{ items: readonly RecoveryView[] }>(maker, `/recoveries?personId=${personId}`);
  return items.toSorted((a, b) => (a.period < b.period ? -1 : 1));
}
