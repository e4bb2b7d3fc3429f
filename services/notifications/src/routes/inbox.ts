import { command, ownPerson, ownPersons, query } from '@minzheng/http';
import type { CommandRoute, QueryRoute } from '@minzheng/http';
import type { Repository } from '@minzheng/store';
import { MessageId, refuse } from '@minzheng/types';
import { z } from 'zod';
import { readMessage } from '../domain/message.ts';
import type { Message } from '../domain/message-state.ts';
import { MessageView, viewOf } from './messages.ts';

/** More unread messages than this are not counted: nobody reads the number. */
const MAX_UNREAD = 100;

export function markRead(messages: Repository<Message>): CommandRoute {
  return command({
    path: '/messages/:messageId/read',
    operationId: 'markMessageRead',
    summary: 'The caller has opened a message of theirs; the first time counts',
    roles: ['resident'],
    params: z.strictObject({ messageId: MessageId }),
    reply: { status: 200, body: MessageView },
    decide: async (tx, { params: { messageId }, caller, language, at }) => {
      const personId = ownPerson(caller);
      // One answer for what is not there and for what is somebody else's.
      const message = await tx.apply(messages, messageId, (state) =>
        state === undefined ? refuse('auth.not-yours') : readMessage(state, at),
      );
      tx.audit({ action: 'message.open', subjectPersonId: personId, object: `message/${messageId}`, purpose: 'own' });
      return viewOf(message, language);
    },
  });
}

export function countUnread(messages: Repository<Message>): QueryRoute {
  return query({
    path: '/messages/me/unread',
    operationId: 'countMyUnreadMessages',
    summary: `How many messages the caller has not opened, ${MAX_UNREAD} at most`,
    roles: ['resident'],
    reply: { body: z.strictObject({ unread: z.int().min(0).max(MAX_UNREAD) }) },
    read: async ({ caller }) => {
      const filter = { personId: { $in: ownPersons(caller) }, readAt: { $exists: false } };
      return { unread: (await messages.list(caller, filter, { limit: MAX_UNREAD })).length };
    },
  });
}
