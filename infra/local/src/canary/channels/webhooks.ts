import { createHmac, randomBytes } from 'node:crypto';
import { type Channel, textItem, type Watched } from '../channel.ts';

const SECRET_BYTES = 32;
const ENDPOINTS = ['events', 'planted'] as const;

/** What another agency was sent. */
export const webhooks: Channel = {
  name: 'webhooks',
  async *read(watched) {
    for (const endpoint of ENDPOINTS)
      yield textItem(endpoint, await ask(watched, 'GET', `/endpoints/${endpoint}/received`));
  },
  async plant(watched, bytes) {
    const key = randomBytes(SECRET_BYTES);
    await ask(watched, 'PUT', '/endpoints/planted', { secrets: [`whsec_${key.toString('base64')}`] });
    const [id, at] = ['planted', String(Math.floor(Date.now() / 1_000))];
    const attributes = { specversion: '1.0', id, source: 's', type: 't', subject: 's', sequence: '1' };
    const body = JSON.stringify({ ...attributes, data: { inside: bytes.toString('utf8') } });
    const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
    const headers = { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` };
    await fetch(`${watched.platform.simulators.agency.url}/webhooks/planted`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/cloudevents+json' },
      body,
    });
  },
};

async function ask({ platform }: Watched, method: string, path: string, body?: unknown): Promise<string> {
  const { url, token } = platform.simulators.agency;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`the agency’s system answers ${response.status}`);
  return response.text();
}
