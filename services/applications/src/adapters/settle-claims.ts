import type { Merged } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { decided } from '@minzheng/types';
import type { Application } from '../domain/application-state.ts';
import { settle } from '../domain/household-claim.ts';
import type { Collections } from './collections.ts';

/** The members' places end with the application: kept where it was confirmed, free otherwise. Emergency relief takes none. */
export async function settleClaims(
  tx: Transaction,
  { claims, persons }: Collections,
  { id, members, programme }: Application,
  hold: 'supported' | 'free',
): Promise<void> {
  if (programme === 'TL_E') return;
  for (const { personId } of members)
    await tx.apply(claims, persons.survivorOf(personId), (held) => settle(held, id, hold), {
      cause: { viewer: 'system' },
    });
}

/** 合并: the place of one id is the place of the other, unless that has one of its own. */
export async function moveClaim(tx: Transaction, { claims }: Collections, { from, into }: Merged): Promise<void> {
  const held = await tx.find(claims, from, 'system');
  if (held === undefined || held.hold === 'free') return;
  await tx.apply(
    claims,
    into,
    (own) => decided(own === undefined || own.hold === 'free' ? { ...held, id: into } : own),
    {
      cause: { viewer: 'system' },
    },
  );
}
