import { describe, expect, test } from '@jest/globals';
import { EventId, instant, MessageDelivered, MessageFailed, Mobile, PersonId } from '@minzheng/types';
import type { Decision, Instant } from '@minzheng/types';
import { content } from '../../test/longest-contents.ts';
import {
  awaitContact,
  concludeSending,
  createMessage,
  keepInInbox,
  MAX_ATTEMPTS,
  messageIdOf,
  messageTransitions,
  pauseMs,
  readMessage,
  releaseMessage,
  SEND,
  startSending,
} from './message.ts';
import type { MessageCommand } from './message.ts';
import { MessageStatus } from './message-state.ts';
import type { Message } from './message-state.ts';

const at = instant.of(1_795_500_000_000);
const told = { personId: PersonId.parse('p-1'), causeEventId: EventId.parse('e-1') };
const paid = content('pay.paid', { programme: 'DB', period: '2026-12', last4: '0111' });
const created = createMessage(told, paid, at).state;
const mobile = Mobile.parse('13800000101');
if (!mobile.ok) throw new Error('not a mobile');
const sms = { to: mobile.value, text: 'text' };

const decide: Record<MessageCommand, (message: Message, when: Instant) => Decision<Message>> = {
  send: (message, when) => startSending(message, sms, when),
  'await-contact': awaitContact,
  release: releaseMessage,
  keep: keepInInbox,
  deliver: (message, when) => concludeSending(message, 'delivered', when),
  'fail-temporarily': (message, when) => concludeSending(message, 'temporary-failure', when),
  'fail-permanently': (message, when) => concludeSending(message, 'permanent-failure', when),
};

const edges: readonly (readonly [MessageStatus, MessageCommand, MessageStatus])[] = [
  ['created', 'send', 'sending'],
  ['created', 'await-contact', 'waiting-for-contact'],
  ['created', 'keep', 'delivered'],
  ['waiting-for-contact', 'release', 'created'],
  ['sending', 'deliver', 'delivered'],
  ['sending', 'fail-temporarily', 'temporary-failure'],
  ['sending', 'fail-permanently', 'permanent-failure'],
  ['temporary-failure', 'send', 'sending'],
];
const commands = Object.keys(decide) as MessageCommand[];
const grid = MessageStatus.options.flatMap((status) => commands.map((command) => [status, command] as const));

describe('every state and every command', () => {
  test.each(grid)('%s, %s', (status, command) => {
    const to = edges.find(([from, by]) => from === status && by === command)?.[2];
    const decision = decide[command]({ ...created, status }, at);
    if (to === undefined) {
      expect(decision).toMatchObject({
        ok: false,
        refusal: { code: 'message.transition-not-there', params: { state: status, command } },
      });
    } else {
      expect(decision).toMatchObject({ ok: true, state: { status: to, changedAt: at } });
    }
  });

  test('the table holds these edges and no others', () => {
    const declared = Object.values(messageTransitions).flatMap((row) => Object.keys(row));
    expect(declared).toHaveLength(edges.length);
  });
});

describe('one message per event and recipient', () => {
  test('the same event, recipient and template are the same message; any other is another', () => {
    const { personId, causeEventId } = told;
    const id = messageIdOf(causeEventId, personId, 'pay.paid');
    expect(messageIdOf(causeEventId, personId, 'pay.paid')).toBe(id);
    expect(messageIdOf(EventId.parse('e-2'), personId, 'pay.paid')).not.toBe(id);
    expect(messageIdOf(causeEventId, PersonId.parse('p-2'), 'pay.paid')).not.toBe(id);
    expect(messageIdOf(causeEventId, personId, 'case.accepted')).not.toBe(id);
  });
});

describe('deadlines and events', () => {
  test('a new message is to be sent at once', () => {
    expect(createMessage(told, paid, at).deadlines).toEqual([{ kind: SEND, subject: created.id, dueAt: at }]);
  });

  test('while it waits for a contact nothing drives it; released, it is to be sent at once', () => {
    expect(awaitContact(created, at)).toMatchObject({ deadlines: [], done: [{ kind: SEND, subject: created.id }] });
    expect(releaseMessage({ ...created, status: 'waiting-for-contact' }, at)).toMatchObject({
      deadlines: [{ kind: SEND, subject: created.id, dueAt: at }],
    });
  });

  test('a later attempt sends what the first one fixed', () => {
    const first = startSending(created, sms, at);
    if (!first.ok) throw new Error('refused');
    const failed = concludeSending(first.state, 'temporary-failure', at);
    if (!failed.ok) throw new Error('refused');
    const second = startSending(failed.state, { ...sms, text: 'other words' }, at);
    expect(second).toMatchObject({ state: { sms, attempts: 2 } });
  });

  test.each([
    ['delivered', MessageDelivered],
    ['permanent-failure', MessageFailed],
  ] as const)('%s is told with references only, and its deadline is done', (outcome, event) => {
    const decision = concludeSending({ ...created, status: 'sending', sms }, outcome, at);
    if (!decision.ok) throw new Error('refused');
    expect(decision.events).toMatchObject([{ type: event.type, key: 'p-1', subject: created.id }]);
    expect(JSON.stringify(decision.events)).not.toContain(sms.to);
    expect(decision.done).toEqual([{ kind: SEND, subject: created.id }]);
  });

  test('after a temporary failure it is tried again later, and told to nobody', () => {
    const decision = concludeSending({ ...created, status: 'sending', attempts: 3 }, 'temporary-failure', at);
    expect(decision).toMatchObject({
      events: [],
      deadlines: [{ kind: SEND, dueAt: instant.plus(at, 4_000) }],
    });
  });

  test('the last temporary failure is permanent', () => {
    const decision = concludeSending(
      { ...created, status: 'sending', attempts: MAX_ATTEMPTS },
      'temporary-failure',
      at,
    );
    expect(decision).toMatchObject({ state: { status: 'permanent-failure' }, events: [{ type: MessageFailed.type }] });
  });

  test.each([
    [1, 1_000],
    [2, 2_000],
    [12, 2_048_000],
    [13, 3_600_000],
    [MAX_ATTEMPTS, 3_600_000],
  ])('after attempt %i the pause is %i ms', (attempts, pause) => {
    expect(pauseMs(attempts)).toBe(pause);
  });
});

describe('in the inbox', () => {
  test('what goes by no SMS is delivered there, and said so', () => {
    const decision = keepInInbox(created, at);
    if (!decision.ok) throw new Error('refused');
    expect(decision.state).toMatchObject({ status: 'delivered', channel: 'in-app' });
    expect(decision.events).toMatchObject([{ type: MessageDelivered.type, data: { channel: 'in-app' } }]);
    expect(decision.done).toEqual([{ kind: SEND, subject: created.id }]);
  });

  test.each(MessageStatus.options)('a message that is %s can be opened; the first time counts', (status) => {
    const later = instant.plus(at, 1_000);
    const opened = readMessage({ ...created, status }, at);
    if (!opened.ok) throw new Error('refused');
    expect(opened.state).toEqual({ ...created, status, readAt: at });
    expect(readMessage(opened.state, later)).toEqual({ ...opened, state: opened.state });
  });
});
