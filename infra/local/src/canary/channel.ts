import type { Account } from '../accounts.ts';
import type { Answered } from './slips.ts';
import type { OtlpReceiver } from './watch/otlp.ts';
import type { Spool } from './watch/spool.ts';

/** What platform.json says. */
export interface PlatformFile {
  readonly gatewayUrl: string;
  readonly tokenUrl: string;
  readonly accounts: Readonly<Record<string, Account>>;
  readonly kafkaBrokers: readonly string[];
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly simulators: Readonly<Record<'bank' | 'sms' | 'dataExchange' | 'agency', { url: string; token: string }>>;
  readonly processes: Readonly<Record<string, { readonly pid: number; readonly url?: string }>>;
}

/** The platform after the story, and what was watched while it was told. */
export interface Watched {
  readonly platform: PlatformFile;
  readonly localDir: string;
  readonly telemetry: Spool;
  readonly otlp: OtlpReceiver;
  readonly redisCommands: Spool;
  readonly answers: Answered[];
  /** Where figures are read beside those of platform.json. */
  readonly moreMetrics: string[];
  readonly tokenOf: (account: string) => Promise<string>;
}

/** A piece of what a channel holds, decoded so far that a value in it would stand there as somebody wrote it. */
export interface Item {
  /** A topic, a collection, a file: what an operator would look into. */
  readonly where: string;
  readonly bytes: Buffer;
}

/** A place where personal data could come to light. */
export interface Channel {
  readonly name: string;
  /** Everything that it holds. Throws when it cannot be read to its end: what was not read proves nothing. */
  read(watched: Watched): AsyncIterable<Item>;
  /** Writes the bytes there as a leak would. */
  plant(watched: Watched, bytes: Buffer): Promise<void>;
}

export const textItem = (where: string, text: string): Item => ({ where, bytes: Buffer.from(text, 'utf8') });
