import { ownPersons, query } from '@minzheng/http';
import type { QueryRoute } from '@minzheng/http';
import type { Repository } from '@minzheng/store';
import { EventId, Instant, MessageId, PersonId } from '@minzheng/types';
import type { Language, Viewer } from '@minzheng/types';
import { z } from 'zod';
import { Channel } from '../domain/channels.ts';
import { EmailStatus } from '../domain/email-state.ts';
import { TemplateKey } from '../domain/facts.ts';
import { contentOf, MessageStatus } from '../domain/message-state.ts';
import type { Message } from '../domain/message-state.ts';
import { render, subjectOf } from '../domain/render.ts';
import { Cursor, cursorAfter } from './cursor.ts';

const PAGE = 50;
const MAX_PAGE = 200;

/** One channel that a message goes by, and how far it has come. */
const Delivery = z.strictObject({
  channel: Channel,
  status: z.enum([...MessageStatus.options, ...EmailStatus.options, 'read']),
  changedAt: Instant,
});

export const MessageView = z.strictObject({
  messageId: MessageId,
  template: TemplateKey,
  /** By SMS, or in the inbox alone where the person wants no SMS of this kind. */
  status: MessageStatus,
  channel: z.enum(['sms', 'in-app']),
  causeEventId: EventId,
  createdAt: Instant,
  changedAt: Instant,
  /** In the reader's language, whichever the SMS was in. */
  subject: z.string(),
  text: z.string(),
  /** When the person opened it in the inbox; not there while it is unread. */
  readAt: Instant.optional(),
  /** The inbox first. */
  deliveries: z.array(Delivery),
});

const Messages = z.strictObject({ items: z.array(MessageView), next: z.string().optional() });

const paging = { limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(PAGE), cursor: Cursor.optional() };
const Paging = z.strictObject(paging);

export function getMyMessages(messages: Repository<Message>): QueryRoute {
  return query({
    path: '/messages/me',
    operationId: 'listMyMessages',
    summary: 'What the caller was told, the latest first',
    roles: ['resident'],
    query: Paging,
    reply: { body: Messages },
    read: ({ caller, query: page, language }) => pageOf(messages, caller, ownPersons(caller), page, language),
  });
}

export function getMessages(messages: Repository<Message>): QueryRoute {
  return query({
    path: '/messages',
    operationId: 'listMessages',
    summary: 'What a person was told, the latest first',
    roles: ['street-officer', 'auditor'],
    query: z.strictObject({ ...paging, personId: PersonId }),
    reply: { body: Messages },
    audit: ({ query: { personId } }) => ({
      action: 'message.read',
      subjectPersonId: personId,
      object: `messages/${personId}`,
      purpose: 'case',
    }),
    read: ({ caller, query: { personId, ...page }, language }) => pageOf(messages, caller, [personId], page, language),
  });
}

async function pageOf(
  messages: Repository<Message>,
  viewer: Viewer,
  personIds: readonly PersonId[],
  { limit, cursor }: z.output<typeof Paging>,
  language: Language,
): Promise<z.output<typeof Messages>> {
  const found = await messages.list(
    viewer,
    { personId: { $in: personIds } },
    { sort: { by: 'createdAt', order: 'descending' }, limit, ...(cursor && { after: cursor }) },
  );
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    items: found.map((message) => viewOf(message, language)),
    ...(last && { next: cursorAfter({ value: last.createdAt, id: last.id }) }),
  };
}

export function viewOf(message: Message, language: Language): z.output<typeof MessageView> {
  const { id, template, status, channel = 'sms', causeEventId, createdAt, changedAt, readAt } = message;
  const content = contentOf(message);
  return {
    messageId: id,
    template,
    status,
    channel,
    causeEventId,
    createdAt,
    changedAt,
    subject: subjectOf(content, language),
    text: render(content, language),
    ...(readAt !== undefined && { readAt }),
    deliveries: deliveriesOf(message),
  };
}

function deliveriesOf({ status, channel, createdAt, changedAt, readAt, email }: Message): z.output<typeof Delivery>[] {
  return [
    readAt === undefined
      ? { channel: 'in-app', status: 'delivered', changedAt: createdAt }
      : { channel: 'in-app', status: 'read', changedAt: readAt },
    ...(channel === 'in-app' ? [] : [{ channel: 'sms' as const, status, changedAt }]),
    ...(email ? [{ channel: 'e-mail' as const, status: email.status, changedAt: email.changedAt }] : []),
  ];
}
