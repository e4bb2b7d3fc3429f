import type { Merged } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { decided, withDeadlines } from '@minzheng/types';
import { RELEASE_WAITING } from '../domain/contact.ts';
import type { Repositories } from './repositories.ts';

/** 合并: the contact of one id becomes the other's, unless that has one of its own; what waited for it may go. */
export async function moveContact(tx: Transaction, { contacts }: Repositories, { from, into }: Merged): Promise<void> {
  const [given, own] = [await tx.find(contacts, from), await tx.find(contacts, into)];
  if (given?.status === 'registered' && own?.status !== 'registered') {
    await tx.apply(contacts, into, () => decided({ ...given, id: into, changedAt: tx.at }));
    // Kept where it is used, and nowhere else.
    await tx.apply(contacts, from, () => decided({ id: from, status: 'wanted', changedAt: tx.at }));
  }
  if (given?.status !== 'registered' && own?.status !== 'registered') return;
  await tx.apply(contacts, into, (contact) =>
    withDeadlines(decided(contact ?? { id: into, status: 'wanted', changedAt: tx.at }), [
      { kind: RELEASE_WAITING, subject: into, dueAt: tx.at },
    ]),
  );
}
