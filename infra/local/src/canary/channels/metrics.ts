import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createMetrics } from '@minzheng/observability';
import { type Channel, textItem } from '../channel.ts';

const OPS = ['status', 'outbox', 'parked', 'watermarks', 'verify'] as const;

/** The figures of every process as a collector scrapes them, and what an operator is shown of every service. */
export const metrics: Channel = {
  name: 'metrics',
  async *read({ platform, moreMetrics, tokenOf }) {
    const urls = Object.values(platform.processes).flatMap(({ url }) => url ?? []);
    for (const url of [...urls, ...moreMetrics])
      for (const path of ['/metrics', '/readyz', '/livez']) yield textItem(path, await answerOf(`${url}${path}`));
    const authorization = `Bearer ${await tokenOf('sre-1')}`;
    for (const [name, { url }] of Object.entries(platform.processes))
      if (url !== undefined)
        for (const asked of OPS)
          yield textItem(`ops of ${name}`, await answerOf(`${url}/ops/${asked}`, { authorization }));
  },
  async plant({ moreMetrics }, bytes) {
    const figures = createMetrics();
    figures.counter('planted').inc({ route: bytes.toString('utf8') });
    const server = createServer((_, response) => response.end(figures.exposition()))
      .listen(0, '127.0.0.1')
      .unref();
    await once(server, 'listening');
    moreMetrics.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  },
};

async function answerOf(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, { headers });
  return `${JSON.stringify([...response.headers])}\n${await response.text()}`;
}
