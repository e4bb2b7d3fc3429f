import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('a process with an endpoint sends the spans of its requests there', async () => {
  const received: string[] = [];
  const collector = createServer((request, response) => {
    received.push(request.url ?? '');
    request.resume();
    response.end();
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const env = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'traced-server.ts')], { env });
  const [code] = (await once(child, 'exit')) as [number];
  collector.close();
  expect(code).toBe(0);
  expect(received).toContain('/v1/traces');
}, 20_000);
