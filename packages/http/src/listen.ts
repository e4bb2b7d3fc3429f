import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { RefusalCode } from '@minzheng/types';
import { problem, PROBLEM_MEDIA_TYPE } from './problem.ts';
import { traceOf } from './traceparent.ts';

/** What one connection may take. */
export interface ConnectionLimits {
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly keepAliveTimeoutMs: number;
  readonly checkIntervalMs: number;
  readonly maxHeaderBytes: number;
}

/** The limits unless told otherwise; keep-alive outlasts the idle time of a load balancer. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 20_000,
  keepAliveTimeoutMs: 65_000,
  checkIntervalMs: 1_000,
  maxHeaderBytes: 16 * 1024,
};

const IDLE_SWEEP_MS = 50;

/** An open door. `close` lets running requests finish; what waits idle is closed at once. */
export interface Listening {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** Where to listen; port 0 lets the system choose. */
export interface ListenSettings {
  readonly port: number;
  readonly host?: string;
  readonly limits?: Partial<ConnectionLimits>;
}

/** Opens the door. Rejects with the system's error when the port is taken. */
export async function listen(app: RequestListener, { port, host, limits }: ListenSettings): Promise<Listening> {
  const { headersTimeoutMs, requestTimeoutMs, keepAliveTimeoutMs, checkIntervalMs, maxHeaderBytes } = {
    ...CONNECTION_LIMITS,
    ...limits,
  };
  const server = createServer(
    {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      connectionsCheckingInterval: checkIntervalMs,
      maxHeaderSize: maxHeaderBytes,
    },
    app,
  );
  server.on('clientError', answerBrokenRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return { port: bound, url: `http://127.0.0.1:${bound}`, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(sweep);
}

const BROKEN: Readonly<Record<string, { status: number; phrase: string; code: RefusalCode }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, phrase: 'Request Header Fields Too Large', code: 'request.body-too-large' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, phrase: 'Request Timeout', code: 'request.malformed-json' },
};
const JUNK = { status: 400, phrase: 'Bad Request', code: 'request.malformed-json' } as const;

/** What never became a request (junk, endless headers, one byte a second) is answered here and its connection closed. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, phrase, code } = BROKEN[error.code ?? ''] ?? JUNK;
  const document = problem({ code }, { status, language: 'zh-CN', traceId: traceOf(undefined).traceId });
  const body = JSON.stringify(document);
  const head = [
    `HTTP/1.1 ${status} ${phrase}`,
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
