import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import { isAllowedField } from './allowed-fields.ts';
import { withoutHan } from './scrub.ts';
import { serializeError } from './serialize-error.ts';

/** error = somebody must act now; warn = it healed itself; info = one line per request, chunk or officer's decision. */
export type Level = 'debug' | 'info' | 'warn' | 'error';

type Write = (fields: object, message: string) => void;

/** Constant message, facts in fields: `log.info({ payRunId }, 'pay run approved')`. References only; other fields are withheld. */
export interface Logger {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** A logger whose every line carries these fields too. */
  child(fields: object): Logger;
}

export interface LoggerSettings {
  readonly service: string;
  readonly level?: Level | 'silent';
  /** Where lines go; standard output unless a test wants to read them. */
  readonly destination?: DestinationStream;
}

/** A logger of JSON lines. A field that is not on the allow-list is withheld and only its name is said. */
export function createLogger({ service, level = 'info', destination }: LoggerSettings): Logger {
  const options = {
    base: { service },
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    // pino's own serializer would rebuild the error from what the allow-list has already made of it.
    serializers: { err: (error: unknown) => error },
    formatters: { level: (label: string) => ({ level: label }), log: allowedOnly, bindings: allowedOnly },
  };
  return surface(destination === undefined ? pino(options) : pino(options, destination));
}

function surface(lines: pino.Logger): Logger {
  return {
    debug: (fields, message) => lines.debug(fields, message),
    info: (fields, message) => lines.info(fields, message),
    warn: (fields, message) => lines.warn(fields, message),
    error: (fields, message) => lines.error(fields, message),
    child: (fields) => surface(lines.child(allowedOnly(fields))),
  };
}

function allowedOnly(fields: object): Record<string, unknown> {
  const all = Object.entries(fields);
  const withheld = all.filter(([name]) => !isAllowedField(name)).map(([name]) => name);
  const kept = all.filter(([name]) => isAllowedField(name)).map(([name, value]) => [name, plain(value)]);
  return { ...Object.fromEntries(kept), ...(withheld.length > 0 && { withheld }) };
}

/** Objects are walked by the same list and texts lose their Chinese: personal data cannot ride inside an allowed field. */
function plain(value: unknown): unknown {
  if (value instanceof Error) return serializeError(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'string') return withoutHan(value);
  if (typeof value === 'bigint') return value.toString();
  return typeof value === 'object' && value !== null ? allowedOnly(value) : value;
}
