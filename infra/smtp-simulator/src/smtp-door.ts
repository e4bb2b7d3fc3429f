import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { Mode, Mood } from './mood.ts';
import { readMail } from './read-mail.ts';
import type { Relay } from './relay.ts';

const SIZE_LIMIT_BYTES = 256 * 1024;
const SLOW_MS = 2_000;

/** The relay's door for e-mail. */
export interface SmtpDoor {
  readonly port: number;
  /** Cuts every connection, also those that wait for an answer that never comes. */
  stop(): Promise<void>;
}

/** Where to listen and what callers must show as password; port 0 lets the operating system choose. */
export interface SmtpDoorSettings {
  readonly port: number;
  readonly token: string;
}

/** Listens for SMTP on 127.0.0.1. Rejects when the port is taken. */
export async function openSmtpDoor(relay: Relay, mood: Mood, { port, token }: SmtpDoorSettings): Promise<SmtpDoor> {
  const sockets = new Map<number | undefined, Socket>();
  const manners = mannersOf(relay, mood, ({ remotePort }) => sockets.get(remotePort)?.destroy());
  const server = new SMTPServer({ ...bearing, onAuth: onlyWith(token), ...manners });
  server.server.on('connection', (socket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A client that goes away in the middle is no fault of the relay's.
  server.on('error', () => undefined);
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      for (const socket of sockets.values()) socket.destroy();
      await closed;
    },
  };
}

/** Loopback only: there is no wire to listen to, so the password may go without TLS. */
const bearing: SMTPServerOptions = {
  size: SIZE_LIMIT_BYTES,
  rejectOversized: true,
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  disableReverseLookup: true,
};

/** An answer of the relay that says no; its text begins with the enhanced code (RFC 3463). */
class Reply extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, says: string) {
    super(says);
    this.responseCode = responseCode;
  }
}

function onlyWith(token: string): NonNullable<SMTPServerOptions['onAuth']> {
  return ({ username, password }, _session, done) => {
    if (password === token) done(null, { user: username });
    else done(new Reply(535, '5.7.8 not you'));
  };
}

const noAtRecipient: Partial<Record<Mode, readonly [code: number, says: string]>> = {
  refuse: [550, '5.1.1 no such mailbox'],
  greylist: [450, '4.7.1 greylisted, come back later'],
};

/** What the relay does with a recipient and with a content, by its mood; the recipient's counts for the content too. */
function mannersOf(relay: Relay, mood: Mood, cutOff: (session: SMTPServerSession) => void): SMTPServerOptions {
  const modes = new WeakMap<SMTPServerSession, Mode>();
  return {
    onRcptTo: (_address, session, done) => {
      const mode = mood.next();
      modes.set(session, mode);
      const no = noAtRecipient[mode];
      done(no && new Reply(...no));
    },
    onData: (stream, session, done) => void hear(stream, session, done),
  };
  async function hear(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error) => void,
  ): Promise<void> {
    const mode = modes.get(session) ?? 'ok';
    try {
      const source = await text(stream);
      relay.hear();
      if (mode === 'refuse-content') return done(new Reply(554, '5.6.0 not wanted'));
      if (mode === 'drop') return cutOff(session);
      if (mode === 'slow') await pause(SLOW_MS);
      relay.take(await readMail(source, envelopeOf(session)), mode === 'bounce' ? 'queued' : 'delivered');
      // The answer never comes; the caller's own timeout ends the connection, and the e-mail is on its way all the same.
      return mode === 'timeout-after-data' ? undefined : done();
    } catch (error) {
      return done(new Reply(554, `5.6.0 cannot be read: ${String(error)}`));
    }
  }
}

function envelopeOf({ envelope: { mailFrom, rcptTo } }: SMTPServerSession): { from: string; to: string } {
  return { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo[0]?.address ?? '' };
}
