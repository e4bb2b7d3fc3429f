import {
  decided,
  digestId,
  instant,
  MessageDelivered,
  MessageFailed,
  MessageId,
  next,
  refuse,
  withDeadlines,
} from '@minzheng/types';
import type { Decision, DivisionCode, EventId, Instant, PersonId, Transitions } from '@minzheng/types';
import type { Content, TemplateKey } from './facts.ts';
import type { Message, MessageStatus, Sms } from './message-state.ts';
import { mayReachAt } from './quiet-hours.ts';
import { templates } from './templates.ts';

export type MessageCommand =
  | 'send'
  | 'await-contact'
  | 'release'
  | 'keep'
  | 'deliver'
  | 'fail-temporarily'
  | 'fail-permanently';

/** The deadline that sends a message. */
export const SEND = 'message.send';

/** After so many attempts a message that the channel does not take has failed. */
export const MAX_ATTEMPTS = 20;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 3_600_000;

export const messageTransitions = {
  created: { send: 'sending', 'await-contact': 'waiting-for-contact', keep: 'delivered' },
  'waiting-for-contact': { release: 'created' },
  sending: {
    deliver: 'delivered',
    'fail-temporarily': 'temporary-failure',
    'fail-permanently': 'permanent-failure',
  },
  'temporary-failure': { send: 'sending' },
  delivered: {},
  'permanent-failure': {},
} as const satisfies Transitions<MessageStatus, MessageCommand>;

/** What a fact is told by: one message per event, recipient and template, however often the event arrives. */
export function messageIdOf(causeEventId: EventId, personId: PersonId, template: TemplateKey): MessageId {
  return MessageId.parse(digestId([causeEventId, personId, template]));
}

/** Whom to tell and why. */
export interface Told {
  readonly personId: PersonId;
  readonly divisionCode?: DivisionCode | undefined;
  readonly causeEventId: EventId;
}

/** A message to write; it is sent at once, or when the quiet hours are over. */
export function createMessage({ personId, divisionCode, causeEventId }: Told, content: Content, at: Instant) {
  const id = messageIdOf(causeEventId, personId, content.template);
  const message: Message = {
    id,
    personId,
    ...(divisionCode !== undefined && { divisionCode }),
    causeEventId,
    ...content,
    status: 'created',
    attempts: 0,
    createdAt: at,
    changedAt: at,
  };
  return withDeadlines(decided(message), [sendAt(message, at)]);
}

/** The intent to send. What is sent is fixed by the first intent; a later attempt sends the same. */
export function startSending(message: Message, sms: Sms, at: Instant): Decision<Message> {
  return move(message, 'send', at, { sms: message.sms ?? sms, attempts: message.attempts + 1 });
}

/** Nobody knows where to reach the person; the message waits, and nothing drives it but the contact. */
export function awaitContact(message: Message, at: Instant): Decision<Message> {
  const moved = move(message, 'await-contact', at);
  return moved.ok ? withDeadlines(moved, [], [sendDone(message)]) : moved;
}

/** The person has declined SMS of this class: the inbox, where it lies, is the channel. */
export function keepInInbox(message: Message, at: Instant): Decision<Message> {
  return finish({ ...message, channel: 'in-app' }, 'keep', MessageDelivered, at);
}

/** The person has opened it; the first time counts. */
export function readMessage(message: Message, at: Instant): Decision<Message> {
  return decided(message.readAt === undefined ? { ...message, readAt: at } : message);
}

/** The contact is there. */
export function releaseMessage(message: Message, at: Instant): Decision<Message> {
  const moved = move(message, 'release', at);
  return moved.ok ? withDeadlines(moved, [sendAt(message, at)]) : moved;
}

/** What the provider says became of it. */
export type Outcome = 'delivered' | 'temporary-failure' | 'permanent-failure';

/** Learns the outcome of an attempt. The last of many temporary failures is permanent. */
export function concludeSending(message: Message, outcome: Outcome, at: Instant): Decision<Message> {
  if (outcome === 'delivered') return finish(message, 'deliver', MessageDelivered, at);
  if (outcome === 'permanent-failure' || message.attempts >= MAX_ATTEMPTS) {
    return finish(message, 'fail-permanently', MessageFailed, at);
  }
  const moved = move(message, 'fail-temporarily', at);
  return moved.ok ? withDeadlines(moved, [sendAt(message, instant.plus(at, pauseMs(message.attempts)))]) : moved;
}

/** Twice as long after each attempt, from a second to an hour. */
export function pauseMs(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
}

/** The two endings say the same of a message. */
type Ending = typeof MessageDelivered;

function finish(
  message: Message,
  command: 'keep' | 'deliver' | 'fail-permanently',
  ending: Ending,
  at: Instant,
): Decision<Message> {
  const moved = move(message, command, at);
  if (!moved.ok) return moved;
  const { id: messageId, personId, divisionCode, template, channel = 'sms', causeEventId } = message;
  const told = ending.of({
    subject: messageId,
    personId,
    divisionCode,
    data: { messageId, template, channel, causeEventId },
  });
  return withDeadlines(decided(moved.state, told), [], [sendDone(message)]);
}

function move(message: Message, command: MessageCommand, at: Instant, changes: Partial<Message> = {}) {
  const status = next<MessageStatus, MessageCommand>(messageTransitions, message.status, command);
  if (status === undefined) return refuse('message.transition-not-there', { state: message.status, command });
  return decided<Message>({ ...message, ...changes, status, changedAt: at });
}

const sendAt = ({ id, template }: Message, at: Instant) => ({
  kind: SEND,
  subject: id,
  dueAt: mayReachAt(at, templates[template].class),
});
const sendDone = ({ id }: Message) => ({ kind: SEND, subject: id });
