import { z } from 'zod';
import { EventId, MessageId } from '../ids.ts';
import { defineEvent } from './define-event.ts';
import type { EventOf } from './define-event.ts';

const ofMessage = {
  messageId: MessageId,
  /** The template's key, like 'case.accepted': never its text. */
  template: z.string().regex(/^[a-z]+(?:[.-][a-z]+)*$/),
  channel: z.enum(['sms', 'in-app', 'e-mail', 'letter']),
  causeEventId: EventId,
};

export const MessageDelivered = defineEvent({
  type: 'org.minzheng.notifications.message.delivered.v1',
  audience: 'internal',
  meaning: 'The channel has confirmed that the message reached the person',
  lane: 'bulk',
  partitionBy: 'person',
  data: z.object(ofMessage),
});
export type MessageDelivered = EventOf<typeof MessageDelivered>;

export const MessageFailed = defineEvent({
  type: 'org.minzheng.notifications.message.failed.v1',
  audience: 'internal',
  meaning: 'The message will not reach the person on this channel',
  lane: 'bulk',
  partitionBy: 'person',
  data: z.object(ofMessage),
});
export type MessageFailed = EventOf<typeof MessageFailed>;
