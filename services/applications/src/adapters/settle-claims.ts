import type { Transaction } from '@minzheng/store';
import type { Application } from '../domain/application-state.ts';
import { settle } from '../domain/household-claim.ts';
import type { Collections } from './collections.ts';

/** The members' places end with the application: kept where it was confirmed, free otherwise. Emergency relief takes none. */
export async function settleClaims(
  tx: Transaction,
  { claims }: Collections,
  { id, members, programme }: Application,
  hold: 'supported' | 'free',
): Promise<void> {
  if (programme === 'TL_E') return;
  for (const { personId } of members)
    await tx.apply(claims, personId, (held) => settle(held, id, hold), { cause: { viewer: 'system' } });
}
