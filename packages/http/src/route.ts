import type { AuditEntry, Cause, Transaction } from '@minzheng/store';
import type { Caller, Instant, Language, LocalDate, Refusal, Role } from '@minzheng/types';
import { z } from 'zod';

/** What every handler gets beside its parsed input; `today` is the civil date in Asia/Shanghai. */
export interface RequestFacts {
  readonly caller: Caller;
  /** For commits and audits of the handler's own, and the `traceId` of its log lines (`correlationId`). */
  readonly cause: Cause;
  readonly at: Instant;
  readonly today: LocalDate;
  readonly language: Language;
}

/** A change asked for: path and body are parsed, and nothing else of the request gets through. */
export interface CommandRequest<P = unknown, B = unknown> extends RequestFacts {
  readonly params: P;
  readonly body: B;
}

/** A read asked for: path, query string and body are parsed. */
export interface QueryRequest<P = unknown, Q = unknown, B = unknown> extends RequestFacts {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** A no whose writes stay: the transaction commits, and the caller reads the refusal. See `refuseKeeping`. */
export class KeptRefusal {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    this.refusal = refusal;
  }
}

/**
 * Refuses without undoing: what this command has written (a desk task, a counted try) is committed and stored with the
 * refusal as its outcome. A thrown refusal would take the writes with it.
 */
export function refuseKeeping(refusal: Refusal): KeptRefusal {
  return new KeptRefusal(refusal);
}

const Nothing = z.strictObject({});
type Nothing = z.output<typeof Nothing>;

/** 示例: a body somebody may send, and what of the reply is known beforehand. */
export interface Example {
  readonly summary: string;
  readonly body: unknown;
  readonly expect: unknown;
}

interface Described {
  /** As Express writes it: `/applications/:id/accept`. */
  readonly path: `/${string}`;
  /** Unique within the service; names the operation in OpenAPI and in traces. */
  readonly operationId: string;
  readonly summary: string;
  /** Whoever holds one of these may try; whose data they reach is decided by the store. */
  readonly roles: readonly Role[];
  /** Asks for a second factor, shown in the last ten minutes (RFC 9470): money that leaves, an account that changes. */
  readonly stepUp?: true;
  /** Worked examples by name, for the contract alone; read when it is generated. */
  readonly examples?: () => Readonly<Record<string, Example>>;
}

/** A command as a service declares it. */
export interface CommandDeclaration<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType> extends Described {
  readonly method?: 'post' | 'put' | 'delete';
  readonly params?: P;
  readonly body?: B;
  /** At most 1 MiB; 100 kB unless told. */
  readonly bodyLimitBytes?: number;
  /** What the body is sent as, in lower case; application/json unless told. Another one must be JSON too. */
  readonly mediaType?: `application/${string}json`;
  readonly reply: { readonly status: 200 | 201 | 202; readonly body: R };
  /** Runs inside the one transaction, and again when it is retried: nothing but `tx` may be changed here. */
  decide(
    tx: Transaction,
    request: CommandRequest<z.output<P>, z.output<B>>,
  ): Promise<z.input<R> | KeptRefusal> | z.input<R> | KeptRefusal;
}

/** A query as a service declares it. */
export interface QueryDeclaration<
  P extends z.ZodType,
  Q extends z.ZodType,
  R extends z.ZodType,
  B extends z.ZodType,
> extends Described {
  readonly params?: P;
  /** Values arrive as text, each name once; a name that is not here is refused. */
  readonly query?: Q;
  /** A question too long for a query string is sent as the body of a POST; it changes nothing all the same, and takes no key. */
  readonly body?: B;
  /** At most 1 MiB; 100 kB unless told. */
  readonly bodyLimitBytes?: number;
  readonly reply: { readonly body: R };
  /** What a read of personal data leaves behind, inserted before the response. */
  audit?(
    request: QueryRequest<z.output<P>, z.output<Q>, z.output<B>>,
    body: z.input<R>,
  ): AuditEntry | readonly AuditEntry[] | undefined;
  read(request: QueryRequest<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<R>> | z.input<R>;
}

/** A declared command with nothing left open. */
export interface CommandRoute extends Described {
  readonly kind: 'command';
  readonly method: 'post' | 'put' | 'delete';
  readonly params: z.ZodType;
  readonly body: z.ZodType;
  readonly bodyLimitBytes: number;
  readonly mediaType: string;
  readonly reply: { readonly status: 200 | 201 | 202; readonly body: z.ZodType };
  decide(tx: Transaction, request: CommandRequest): unknown;
}

/** A declared query with nothing left open. */
export interface QueryRoute extends Described {
  readonly kind: 'query';
  readonly method: 'get' | 'post';
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  /** Empty where the method is get. */
  readonly body: z.ZodType;
  readonly bodyLimitBytes: number;
  readonly mediaType: string;
  readonly reply: { readonly status: 200; readonly body: z.ZodType };
  audit?(request: QueryRequest, body: unknown): AuditEntry | readonly AuditEntry[] | undefined;
  read(request: QueryRequest): unknown;
}

/** An open question about the process itself (`/livez`): no token, no personal data, no database of ours behind it. */
export interface ProbeRoute {
  readonly kind: 'probe';
  readonly method: 'get';
  readonly path: `/${string}`;
  read(): Promise<ProbeReply>;
}

/** JSON, or with a `type` the text that `body` is. */
export type ProbeReply =
  | { readonly status: 200 | 503; readonly body: unknown }
  | { readonly status: 200; readonly type: string; readonly body: string };

/** One row of a service's route table. */
export type Route = CommandRoute | QueryRoute | ProbeRoute;

const JSON_MEDIA_TYPE = 'application/json';

/** The body limit of a route that states none. */
export const DEFAULT_BODY_LIMIT_BYTES = 100 * 1024;
/** No route may take more. */
export const GREATEST_BODY_LIMIT_BYTES = 1024 * 1024;

/**
 * Declares a change. It runs once per Idempotency-Key, in one transaction with the key; the reply is replayed to whoever
 * sends the same key again. Throws RangeError for a body limit above 1 MiB.
 */
export function command<
  R extends z.ZodType,
  P extends z.ZodType = z.ZodType<Nothing>,
  B extends z.ZodType = z.ZodType<Nothing>,
>(declaration: CommandDeclaration<P, B, R>): CommandRoute {
  return {
    ...declaration,
    kind: 'command',
    method: declaration.method ?? 'post',
    params: declaration.params ?? Nothing,
    body: declaration.body ?? Nothing,
    bodyLimitBytes: bodyLimitOf(declaration),
    mediaType: declaration.mediaType ?? JSON_MEDIA_TYPE,
  };
}

function bodyLimitOf({ operationId, bodyLimitBytes = DEFAULT_BODY_LIMIT_BYTES }: BodyLimit): number {
  if (bodyLimitBytes > GREATEST_BODY_LIMIT_BYTES) throw new RangeError(`${operationId}: body limit too high`);
  return bodyLimitBytes;
}

interface BodyLimit {
  readonly operationId: string;
  readonly bodyLimitBytes?: number;
}

/** Declares a probe. */
export function probe({ path, read }: Pick<ProbeRoute, 'path' | 'read'>): ProbeRoute {
  return { kind: 'probe', method: 'get', path, read };
}

/** Declares a read. It changes nothing but the audit. Throws RangeError for a body limit above 1 MiB. */
export function query<
  R extends z.ZodType,
  P extends z.ZodType = z.ZodType<Nothing>,
  Q extends z.ZodType = z.ZodType<Nothing>,
  B extends z.ZodType = z.ZodType<Nothing>,
>(declaration: QueryDeclaration<P, Q, R, B>): QueryRoute {
  return {
    ...declaration,
    kind: 'query',
    method: declaration.body === undefined ? 'get' : 'post',
    params: declaration.params ?? Nothing,
    query: declaration.query ?? Nothing,
    body: declaration.body ?? Nothing,
    bodyLimitBytes: bodyLimitOf(declaration),
    mediaType: JSON_MEDIA_TYPE,
    reply: { status: 200, body: declaration.reply.body },
  };
}
