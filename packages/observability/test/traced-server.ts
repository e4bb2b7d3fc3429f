import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { env } from 'node:process';
import { startTracing } from '@minzheng/observability';

/** A process that traces one request to itself and ends. Its exporter is set by OpenTelemetry's own variables. */
const tracing = await startTracing({ service: 'traced', environment: env });
const { createServer } = await import('node:http');
const server = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
await once(server, 'listening');
await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).text();
server.close();
await tracing.stop();
