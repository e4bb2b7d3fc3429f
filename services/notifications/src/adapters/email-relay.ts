import { newBreaker, outbound, OutboundFault, wasHeldBack } from '@minzheng/http';
import type { Breaker } from '@minzheng/http';
import { inChildSpan } from '@minzheng/observability';
import type { Metrics } from '@minzheng/observability';
import type { MessageId } from '@minzheng/types';
import MailComposer from 'nodemailer/lib/mail-composer';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import type { Fate, Handover } from '../domain/email.ts';
import type { Mail } from '../domain/email-state.ts';
import { mailDate, senderIn } from '../domain/write-mail.ts';

/** The bureau's mail relay. */
export interface EmailRelay {
  /**
   * Hands an e-mail over under our id. Throws OutboundFault: with `reached: 'no'` the relay surely has nothing of it, with 'unknown' it may
   * have taken it, and only an inquiry tells. SMTP recognises nothing: handing the same over again is a second e-mail.
   */
  send(messageId: MessageId, mail: Mail): Promise<Handover>;
  /** What became of it; undefined when the relay has never taken it. Throws OutboundFault when it does not answer. */
  inquire(messageId: MessageId): Promise<Fate>;
  close(): Promise<void>;
}

/** The relay's journal answered, but not what was agreed. */
export class EmailRelayFault extends Error {
  override readonly name = 'EmailRelayFault';
  readonly retriable = true;
}

/** Where the relay is and as whom we speak; `metrics` shows its breakers. */
export interface EmailRelaySettings {
  /** smtp: with STARTTLS, or smtps: */
  readonly url: string;
  readonly journalUrl: string;
  /** The password of SMTP AUTH, and the bearer token of the journal. */
  readonly token: string;
  /** Our address: in From, as the envelope's sender, as the name of SMTP AUTH; its domain ends our Message-IDs. */
  readonly from: string;
  /** False on one machine only, where there is no wire to listen to. */
  readonly requiresTls: boolean;
  readonly metrics?: Metrics;
}

const CONNECT_TIMEOUT_MS = 3_000;
/** Without a word from the relay; what it has done by then we ask its journal. */
const SILENCE_TIMEOUT_MS = 10_000;

const Known = z.object({ status: z.enum(['queued', 'delivered', 'bounced']) });

/** Speaks SMTP to the relay and HTTP to its journal, with one breaker for each. */
export function emailRelay(settings: EmailRelaySettings): EmailRelay {
  const { journalUrl, token, from, metrics } = settings;
  const headers = { authorization: `Bearer ${token}` };
  const journal = outbound({ name: 'email', baseUrl: journalUrl, headers, ...(metrics && { metrics }) });
  const hand = (out: Outgoing): Promise<Handover> =>
    inChildSpan({ name: 'email.send', kind: 'client', attributes: {} }, () => handOver(settings, out));
  const sending: Breaker<Outgoing, Handover> = newBreaker('email.send', hand, metrics);
  return {
    send: async (messageId, mail) => {
      const source = await composed(mail, from, messageIdOf(messageId, from));
      try {
        return await sending.fire({ to: mail.to, source });
      } catch (error) {
        throw error instanceof OutboundFault ? error : faultOf(error, wasHeldBack(error) ? 'no' : 'unknown');
      }
    },
    inquire: async (messageId) => {
      const path = `/messages/${encodeURIComponent(messageIdOf(messageId, from))}`;
      const { status, body } = await journal.call('inquire', { method: 'GET', path });
      if (status === 404) return undefined;
      const known = Known.safeParse(body);
      if (status !== 200 || !known.success) throw new EmailRelayFault(`the relay's journal answered ${status}`);
      return known.data.status;
    },
    close: async () => {
      sending.shutdown();
      await journal.close();
    },
  };
}

/** One e-mail byte by byte, and whom it goes to. */
interface Outgoing {
  readonly to: string;
  readonly source: Buffer;
}

/** Our message id and our domain: the same at every attempt. */
const messageIdOf = (messageId: MessageId, from: string): string => `${messageId}@${from.slice(from.indexOf('@') + 1)}`;

/** RFC 5322 with UTF-8 in MIME's clothes; it says that a machine wrote it (RFC 3834), so that no machine answers. */
async function composed(mail: Mail, from: string, messageId: string): Promise<Buffer> {
  const { to, language, subject, text, writtenAt } = mail;
  return await new MailComposer({
    from: { name: senderIn(language), address: from },
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${messageId}>`,
    date: mailDate(writtenAt),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** One connection for one e-mail. What fails before the envelope has surely not been taken; what is cut off after it may have been. */
async function handOver(settings: EmailRelaySettings, { to, source }: Outgoing): Promise<Handover> {
  const connection = connectionTo(settings);
  // Whoever waits for an answer is told of what breaks the connection by this alone.
  const broken = new Promise<never>((_, reject) => connection.on('error', reject));
  broken.catch(() => undefined);
  const answered = <T>(ask: (done: (error?: unknown, answer?: T) => void) => void): Promise<T> =>
    Promise.race([
      broken,
      new Promise<T>((resolve, reject) => {
        ask((error, answer) => (error ? reject(asError(error)) : resolve(answer as T)));
      }),
    ]);
  try {
    try {
      await answered((done) => connection.connect(done));
      await answered((done) => connection.login({ user: settings.from, pass: settings.token }, done));
    } catch (error) {
      throw faultOf(error, 'no');
    }
    await answered((done) => connection.send({ from: settings.from, to: [to] }, source, done));
    return 'accepted';
  } catch (error) {
    return answerIn(error);
  } finally {
    connection.close();
  }
}

function connectionTo({ url, requiresTls }: EmailRelaySettings): SmtpConnection {
  const { protocol, hostname, port } = new URL(url);
  const secure = protocol === 'smtps:';
  return new SmtpConnection({
    host: hostname,
    ...(port !== '' && { port: Number(port) }),
    secure,
    requireTLS: requiresTls && !secure,
    ignoreTLS: !requiresTls,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
  });
}

/** A no of the relay to this e-mail is an answer; a no to us as its sender is not, nor is silence. */
function answerIn(error: unknown): Handover {
  if (error instanceof OutboundFault) throw error;
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  if (responseCode === undefined) throw faultOf(error, 'unknown');
  if (command === 'MAIL FROM') throw faultOf(error, 'no');
  return responseCode >= 500 ? 'permanent-failure' : 'temporary-failure';
}

/** The relay's words may repeat the address: only its code goes on. */
function faultOf(error: unknown, reached: 'no' | 'unknown'): OutboundFault {
  const { code = '', responseCode = 'no answer' } = error as { code?: string; responseCode?: number };
  return new OutboundFault('email.send', reached, `${code} ${responseCode}`);
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('not told why'));
