import { z } from 'zod';

const KEY_BYTES = 32;

/** A port; 0 lets the system choose. */
export const Port = z.coerce.number().int().min(0).max(65_535).describe('a port from 0 to 65535');

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
  ISSUER_URL: Address,
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('debug, info, warn, error or silent'),
});
export type ProcessSettings = z.output<typeof ProcessSettings>;

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
  OUTBOX_SLOTS: z.coerce.number().int().min(1).max(256).default(1).describe('a number of slots, fixed at birth'),
  MASTER_KEY: Key,
  BLIND_INDEX_KEY: Key,
  SAMPLE_SHORT_CALENDAR: Switch,
  SAMPLE_NOTICE_SECONDS: z.coerce.number().int().min(0).max(3_600).default(3).describe('seconds from 0 to 3600'),
});
export type BaseSettings = z.output<typeof BaseSettings>;
