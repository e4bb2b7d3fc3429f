import { decided, instant, MessageDelivered, MessageFailed, next, refuse, withDeadlines } from '@minzheng/types';
import type { Decision, Instant, Transitions } from '@minzheng/types';
import type { Email, EmailStatus, Mail } from './email-state.ts';
import type { Message } from './message-state.ts';
import { MAX_ATTEMPTS, pauseMs } from './message.ts';
import { mayReachAt } from './quiet-hours.ts';
import { templates } from './templates.ts';

export type EmailCommand =
  | 'send'
  | 'take-back'
  | 'lose'
  | 'accept'
  | 'deliver'
  | 'fail-temporarily'
  | 'fail-permanently';

/** The deadline that sends the e-mail of a message. */
export const SEND_EMAIL = 'message.send-email';
/** The deadline that asks the relay what became of it. */
export const ASK_EMAIL = 'message.ask-email';

/**
 * What a relay has not taken by then it will not take: it must decide within ten minutes of the last byte (RFC 5321 §4.5.3.2.6). Only
 * after that may the same e-mail go out again.
 */
const DECIDED_AFTER_MS = 600_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** When the relay is asked whether it came back; relays give up after four to five days (RFC 5321 §4.5.4.1). */
const ASKED_AFTER_MS = [MINUTE_MS, HOUR_MS, 6 * HOUR_MS, DAY_MS, 3 * DAY_MS, 6 * DAY_MS];

export const emailTransitions = {
  created: { send: 'sending' },
  sending: {
    'take-back': 'created',
    lose: 'unknown',
    accept: 'accepted',
    'fail-temporarily': 'temporary-failure',
    'fail-permanently': 'permanent-failure',
  },
  unknown: {
    'take-back': 'created',
    accept: 'accepted',
    deliver: 'delivered',
    'fail-permanently': 'permanent-failure',
  },
  accepted: { deliver: 'delivered', 'fail-permanently': 'permanent-failure' },
  'temporary-failure': { send: 'sending' },
  delivered: {},
  'permanent-failure': {},
} as const satisfies Transitions<EmailStatus, EmailCommand>;

/** A message that goes by e-mail too; once, however often its SMS is tried. */
export function alsoByEmail(message: Message, mail: Mail, at: Instant): Decision<Message> {
  if (message.email !== undefined) return decided(message);
  const email: Email = { status: 'created', attempts: 0, changedAt: at };
  return withDeadlines(decided({ ...message, mail, email }), [sendAt(message, at)]);
}

/** The intent to send. */
export function startEmail(message: Message, at: Instant): Decision<Message> {
  return move(message, 'send', at, attemptsOf(message) + 1);
}

/** What the relay says to an e-mail that is handed to it. */
export type Handover = 'accepted' | 'temporary-failure' | 'permanent-failure';

/** Learns what the relay said. The last of many temporary failures is permanent. */
export function concludeHandover(message: Message, said: Handover, at: Instant): Decision<Message> {
  if (said === 'accepted') return accept(message, at);
  if (said === 'permanent-failure' || attemptsOf(message) >= MAX_ATTEMPTS) return fail(message, at);
  const moved = move(message, 'fail-temporarily', at);
  const again = sendAt(message, instant.plus(at, pauseMs(attemptsOf(message))));
  return moved.ok ? withDeadlines(moved, [again]) : moved;
}

/** The relay was not reached: the attempt does not count, and its deadline stays. */
export function takeBackEmail(message: Message, at: Instant): Decision<Message> {
  return move(message, 'take-back', at, attemptsOf(message) - 1);
}

/** Nobody answered, or we died before we could hear it: the relay is asked at once, and nothing is sent meanwhile. */
export function loseEmail(message: Message, at: Instant): Decision<Message> {
  const moved = move(message, 'lose', at);
  return moved.ok ? withDeadlines(moved, [askAt(message, at)], [sendDone(message)]) : moved;
}

/** What the relay knows of an e-mail; undefined when it has never taken it. */
export type Fate = 'queued' | 'delivered' | 'bounced' | undefined;

/** Learns what became of an e-mail that is out, or may be. */
export function learnFate(message: Message, fate: Fate, at: Instant): Decision<Message> {
  if (fate === 'delivered') return finish(message, 'deliver', MessageDelivered, at);
  if (fate === 'bounced') return finish(message, 'fail-permanently', MessageFailed, at);
  if (message.email?.status !== 'unknown') return askLater(message, at);
  return fate === 'queued' ? accept(message, at) : neverTaken(message, at);
}

/** Sent again only once the relay can no longer be about to take it. */
function neverTaken(message: Message, at: Instant): Decision<Message> {
  const sureAt = instant.plus(message.email?.changedAt ?? at, DECIDED_AFTER_MS);
  if (at < sureAt) return withDeadlines(decided(message), [askAt(message, sureAt)]);
  if (attemptsOf(message) >= MAX_ATTEMPTS) return fail(message, at);
  const moved = move(message, 'take-back', at);
  return moved.ok ? withDeadlines(moved, [sendAt(message, at)], [askDone(message)]) : moved;
}

function accept(message: Message, at: Instant): Decision<Message> {
  const moved = move(message, 'accept', at);
  return moved.ok ? withDeadlines(moved, nextAsk(message, at, at), [sendDone(message)]) : moved;
}

/** Still in the relay's queue. Never heard of again, it stays accepted: that is all that is known. */
function askLater(message: Message, at: Instant): Decision<Message> {
  const { changedAt = at, status } = message.email ?? {};
  if (status !== 'accepted') return notThere(message, 'accept');
  const later = nextAsk(message, changedAt, at);
  return withDeadlines(decided(message), later, later.length === 0 ? [askDone(message)] : []);
}

function nextAsk(message: Message, acceptedAt: Instant, now: Instant) {
  const due = ASKED_AFTER_MS.map((ms) => instant.plus(acceptedAt, ms)).find((moment) => moment > now);
  return due === undefined ? [] : [askAt(message, due)];
}

const fail = (message: Message, at: Instant): Decision<Message> =>
  finish(message, 'fail-permanently', MessageFailed, at);

/** The two endings say the same of a message. */
type Ending = typeof MessageDelivered;

function finish(message: Message, command: 'deliver' | 'fail-permanently', ending: Ending, at: Instant) {
  const moved = move(message, command, at);
  if (!moved.ok) return moved;
  const { id: messageId, personId, divisionCode, template, causeEventId } = message;
  const told = ending.of({
    subject: messageId,
    personId,
    divisionCode,
    data: { messageId, template, channel: 'e-mail', causeEventId },
  });
  return withDeadlines(decided(moved.state, told), [], [sendDone(message), askDone(message)]);
}

function move(message: Message, command: EmailCommand, at: Instant, attempts = attemptsOf(message)) {
  const { email } = message;
  const status = email && next<EmailStatus, EmailCommand>(emailTransitions, email.status, command);
  if (status === undefined) return notThere(message, command);
  return decided<Message>({ ...message, email: { status, attempts, changedAt: at } });
}

const notThere = ({ email }: Message, command: EmailCommand) =>
  refuse('message.transition-not-there', { state: `e-mail ${email?.status ?? 'not there'}`, command });

const attemptsOf = ({ email }: Message): number => email?.attempts ?? 0;

const sendAt = ({ id, template }: Message, at: Instant) => ({
  kind: SEND_EMAIL,
  subject: id,
  dueAt: mayReachAt(at, templates[template].class),
});
const sendDone = ({ id }: Message) => ({ kind: SEND_EMAIL, subject: id });
const askAt = ({ id }: Message, at: Instant) => ({ kind: ASK_EMAIL, subject: id, dueAt: at });
const askDone = ({ id }: Message) => ({ kind: ASK_EMAIL, subject: id });
