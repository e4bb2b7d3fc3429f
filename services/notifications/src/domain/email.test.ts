import { describe, expect, test } from '@jest/globals';
import { EmailAddress, EventId, instant, MessageDelivered, MessageFailed, PersonId } from '@minzheng/types';
import type { Decision, Instant } from '@minzheng/types';
import { content } from '../../test/longest-contents.ts';
import {
  alsoByEmail,
  ASK_EMAIL,
  concludeHandover,
  emailTransitions,
  learnFate,
  loseEmail,
  SEND_EMAIL,
  startEmail,
  takeBackEmail,
} from './email.ts';
import type { EmailCommand } from './email.ts';
import { EmailStatus } from './email-state.ts';
import { createMessage, MAX_ATTEMPTS } from './message.ts';
import type { Message } from './message-state.ts';

/** In the morning: no quiet hours. */
const at = instant.parse('2025-10-09T09:00+08:00') as Instant;
const later = (ms: number): Instant => instant.plus(at, ms);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const told = { personId: PersonId.parse('p-1'), causeEventId: EventId.parse('e-1') };
const paid = content('pay.paid', { programme: 'DB', period: '2026-12', last4: '0111' });
const created = createMessage(told, paid, at).state;
const address = EmailAddress.parse('li.ming@sample.example');
if (!address.ok) throw new Error('not an address');
const mail = { to: address.value, language: 'zh-CN' as const, subject: 's', text: 't', writtenAt: at };

/** A message whose e-mail came to a status at nine. */
const being = (status: EmailStatus, attempts = 1): Message => ({
  ...created,
  mail,
  email: { status, attempts, changedAt: at },
});

const decide: Record<EmailCommand, (message: Message, when: Instant) => Decision<Message>> = {
  send: startEmail,
  'take-back': takeBackEmail,
  lose: loseEmail,
  accept: (message, when) => concludeHandover(message, 'accepted', when),
  deliver: (message, when) => learnFate(message, 'delivered', when),
  'fail-temporarily': (message, when) => concludeHandover(message, 'temporary-failure', when),
  'fail-permanently': (message, when) => learnFate(message, 'bounced', when),
};

const edges: readonly (readonly [EmailStatus, EmailCommand, EmailStatus])[] = [
  ['created', 'send', 'sending'],
  ['sending', 'take-back', 'created'],
  ['sending', 'lose', 'unknown'],
  ['sending', 'accept', 'accepted'],
  ['sending', 'fail-temporarily', 'temporary-failure'],
  ['sending', 'fail-permanently', 'permanent-failure'],
  ['unknown', 'take-back', 'created'],
  ['unknown', 'accept', 'accepted'],
  ['unknown', 'deliver', 'delivered'],
  ['unknown', 'fail-permanently', 'permanent-failure'],
  ['accepted', 'deliver', 'delivered'],
  ['accepted', 'fail-permanently', 'permanent-failure'],
  ['temporary-failure', 'send', 'sending'],
];
const commands = Object.keys(decide) as EmailCommand[];
const grid = EmailStatus.options.flatMap((status) => commands.map((command) => [status, command] as const));

describe('every state and every command', () => {
  test.each(grid)('%s, %s', (status, command) => {
    const to = edges.find(([from, by]) => from === status && by === command)?.[2];
    const decision = decide[command](being(status), later(1));
    if (to === undefined) {
      expect(decision).toMatchObject({
        ok: false,
        refusal: { code: 'message.transition-not-there', params: { state: `e-mail ${status}`, command } },
      });
    } else expect(decision).toMatchObject({ ok: true, state: { email: { status: to, changedAt: later(1) } } });
  });

  test('the table holds these edges and no others', () => {
    const declared = Object.values(emailTransitions).flatMap((row) => Object.keys(row));
    expect(declared).toHaveLength(edges.length);
  });

  test.each(commands)('%s is refused where no e-mail goes', (command) => {
    expect(decide[command](created, at).ok).toBe(false);
  });
});

describe('an e-mail beside the SMS', () => {
  test('is to be sent at once, and is made once however often the SMS is tried', () => {
    const made = alsoByEmail(created, mail, at);
    expect(made).toMatchObject({
      state: { mail, email: { status: 'created', attempts: 0 } },
      deadlines: [{ kind: SEND_EMAIL, subject: created.id, dueAt: at }],
    });
    if (!made.ok) throw new Error('refused');
    const again = alsoByEmail(made.state, { ...mail, text: 'other words' }, later(1));
    expect(again).toEqual({ ok: true, state: made.state, events: [] });
  });

  test('does not touch how it stands with the SMS', () => {
    const decision = learnFate(being('accepted'), 'bounced', at);
    expect(decision).toMatchObject({ state: { status: 'created', attempts: 0, changedAt: created.changedAt } });
  });
});

describe('what the relay says', () => {
  test('not now: again after a pause that doubles, the same e-mail, and by day', () => {
    expect(concludeHandover(being('sending', 3), 'temporary-failure', at)).toMatchObject({
      state: { mail },
      events: [],
      deadlines: [{ kind: SEND_EMAIL, dueAt: later(4_000) }],
    });
    const evening = instant.parse('2025-10-09T20:59:59+08:00') as Instant;
    expect(concludeHandover(being('sending', 3), 'temporary-failure', evening)).toMatchObject({
      deadlines: [{ dueAt: instant.parse('2025-10-10T08:00+08:00') }],
    });
  });

  test('not now for the last time is never', () => {
    expect(concludeHandover(being('sending', MAX_ATTEMPTS), 'temporary-failure', at)).toMatchObject({
      state: { email: { status: 'permanent-failure' } },
      events: [{ type: MessageFailed.type }],
    });
  });

  test('never: told once with references only', () => {
    const decision = concludeHandover(being('sending'), 'permanent-failure', at);
    if (!decision.ok) throw new Error('refused');
    expect(decision.events).toMatchObject([
      { type: MessageFailed.type, key: 'p-1', subject: created.id, data: { channel: 'e-mail' } },
    ]);
    expect(JSON.stringify(decision.events)).not.toContain(mail.to);
    expect(decision.done).toContainEqual({ kind: SEND_EMAIL, subject: created.id });
  });

  test('taken: nothing is told yet, and a minute later it is asked what became of it', () => {
    expect(concludeHandover(being('sending'), 'accepted', at)).toMatchObject({
      events: [],
      deadlines: [{ kind: ASK_EMAIL, dueAt: later(MINUTE) }],
      done: [{ kind: SEND_EMAIL }],
    });
  });

  test('nothing, because it was not reached: the attempt does not count and its deadline stays', () => {
    expect(takeBackEmail(being('sending', 2), at)).toEqual({ ok: true, state: being('created', 1), events: [] });
  });
});

describe('an e-mail that may be out', () => {
  test('is asked about at once and not sent meanwhile', () => {
    expect(loseEmail(being('sending'), at)).toMatchObject({
      deadlines: [{ kind: ASK_EMAIL, dueAt: at }],
      done: [{ kind: SEND_EMAIL }],
    });
  });

  test('and that the relay does not know, waits until the relay has surely decided', () => {
    for (const ms of [0, 10 * MINUTE - 1]) {
      expect(learnFate(being('unknown'), undefined, later(ms))).toMatchObject({
        state: { email: { status: 'unknown' } },
        deadlines: [{ kind: ASK_EMAIL, dueAt: later(10 * MINUTE) }],
      });
    }
  });

  test('and that the relay does not know ten minutes later, goes again', () => {
    expect(learnFate(being('unknown'), undefined, later(10 * MINUTE))).toMatchObject({
      state: { email: { status: 'created', attempts: 1 } },
      deadlines: [{ kind: SEND_EMAIL, dueAt: later(10 * MINUTE) }],
      done: [{ kind: ASK_EMAIL }],
    });
  });

  test('but not for ever', () => {
    expect(learnFate(being('unknown', MAX_ATTEMPTS), undefined, later(10 * MINUTE))).toMatchObject({
      state: { email: { status: 'permanent-failure' } },
    });
  });
});

describe('an e-mail that the relay has taken', () => {
  test.each([
    [MINUTE, HOUR],
    [HOUR, 6 * HOUR],
    [6 * HOUR, DAY],
    [DAY, 3 * DAY],
    [3 * DAY, 6 * DAY],
  ])('and has in its queue after %i ms is asked about again at %i ms', (now, then) => {
    expect(learnFate(being('accepted'), 'queued', later(now))).toMatchObject({
      state: { email: { status: 'accepted', changedAt: at } },
      deadlines: [{ kind: ASK_EMAIL, dueAt: later(then) }],
    });
  });

  test('and never says more about stays accepted: that is all that is known', () => {
    expect(learnFate(being('accepted'), 'queued', later(6 * DAY))).toEqual({
      ok: true,
      state: being('accepted'),
      events: [],
      deadlines: [],
      done: [{ kind: ASK_EMAIL, subject: created.id }],
    });
  });

  test.each([
    ['delivered', MessageDelivered],
    ['bounced', MessageFailed],
  ] as const)('and has %s is told as such, once', (fate, event) => {
    const decision = learnFate(being('accepted'), fate, later(MINUTE));
    expect(decision).toMatchObject({
      events: [{ type: event.type, data: { channel: 'e-mail' } }],
      done: [{ kind: SEND_EMAIL }, { kind: ASK_EMAIL }],
    });
  });
});
