import { Instant } from '@minzheng/types';
import { z } from 'zod';

const KEY_BYTES = 32;

/** Digits only: an empty text is no zero. */
const wholeNumber = (least: number, most: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

/** A port; 0 lets the system choose. */
export const Port = wholeNumber(0, 65_535).describe('a port from 0 to 65535');

/** `true` or `false`, false when it is not set. */
export const Switch = z
  .stringbool({ truthy: ['true'], falsy: ['false'] })
  .default(false)
  .describe('true or false');

/** An absolute address. */
export const Address = z.url().describe('an address with its scheme');

/** A secret text; there is no default for one. */
export const Secret = z.string().min(16).describe('a secret of at least 16 characters');

/** 32 bytes, base64. */
export const Key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === KEY_BYTES)
  .describe('32 bytes in base64');

/** A list with commas. */
export const CommaList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine((parts) => parts.length > 0)
  .describe('one or more values with commas between');

/** What every process with a door is told, the gateway too. Names are those of the environment. */
export const ProcessSettings = z.object({
  MINZHENG_ENV: z.enum(['local', 'production']).describe('local or production'),
  PORT: Port,
  HOST: z.string().min(1).optional().describe('an address of this machine'),
  ISSUER_URL: Address,
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('debug, info, warn, error or silent'),
});
export type ProcessSettings = z.output<typeof ProcessSettings>;

const LOOPBACK = '127.0.0.1';

/** Where to listen: as told; else locally on the loopback address, where only this machine comes in, and in production on all. */
export function hostOf({ HOST, MINZHENG_ENV }: ProcessSettings): { host?: string } {
  if (HOST !== undefined) return { host: HOST };
  return MINZHENG_ENV === 'local' ? { host: LOOPBACK } : {};
}

/** A moment at which a virtual civil clock begins; the real clock when it is not set. Refused unless the platform is local. */
export const CivilClockSetting = Instant.optional().describe('a moment like 2025-10-08T01:00:00.000Z');

/** More unpublished events than this and a service takes no more commands (DELIVERY §3.5). */
const DEFAULT_OUTBOX_BUDGET_EVENTS = 100_000;

/** What every service with a database is told; a service extends it with its own. */
export const BaseSettings = ProcessSettings.extend({
  MONGODB_URI: z.string().startsWith('mongodb').describe('the address of a MongoDB replica set'),
  MONGODB_DATABASE: z
    .string()
    .regex(/^[a-z0-9_-]{1,38}$/)
    .optional()
    .describe('the name of a database'),
  KAFKA_BROKERS: CommaList.describe('Kafka brokers as host:port, with commas between'),
  TOPIC_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]{0,40}$/)
    .default('')
    .describe('a short text before each topic'),
  OUTBOX_SLOTS: wholeNumber(1, 256).default(1).describe('a number of slots, fixed at birth'),
  OUTBOX_BUDGET_EVENTS: wholeNumber(0, 10_000_000)
    .default(DEFAULT_OUTBOX_BUDGET_EVENTS)
    .describe('a number of events that may wait to be published'),
  MASTER_KEY: Key,
  BLIND_INDEX_KEY: Key,
  AUDIT_WITNESS_DIR: z.string().min(1).optional().describe('a folder outside the database'),
  CIVIL_CLOCK: CivilClockSetting,
});
export type BaseSettings = z.output<typeof BaseSettings>;
