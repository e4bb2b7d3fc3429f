import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { PersonId, refuse } from '@minzheng/types';
import type { Repositories } from '../adapters/repositories.ts';
import { RELEASE_WAITING } from '../domain/contact.ts';
import { releaseMessage } from '../domain/message.ts';

const CHUNK = 100;

/** Lets everything go that waited for a person's contact, a chunk in each commit. */
export function releaseWaiting({ messages, persons }: Repositories): ErrandJob {
  return errand(RELEASE_WAITING, async ({ subject }, { store, cause }: ErrandContext) => {
    const personId = PersonId.parse(subject);
    const releaseChunk = async (tx: Transaction): Promise<number> => {
      const waiting = await tx.list(
        messages,
        { personId: { $in: persons.allOf(personId) }, status: 'waiting-for-contact' },
        { limit: CHUNK },
      );
      for (const { id } of waiting) {
        await tx.apply(messages, id, (message) =>
          message === undefined ? refuse('message.not-found') : releaseMessage(message, tx.at),
        );
      }
      if (waiting.length < CHUNK) tx.unschedule(RELEASE_WAITING, personId);
      return waiting.length;
    };
    while ((await store.commit(cause, releaseChunk)) === CHUNK);
  });
}
