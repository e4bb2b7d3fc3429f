import type { LocalDate } from '@minzheng/types';
import type { Api } from './api.ts';

const [desk, engineer] = ['agency-desk-1', 'agency-engineer-1'] as const;
const agency = 'medical-insurance';
const endpoint = 'events';
const SETTLED = 'org.minzheng.payments.payment.settled.v1';
const DECEASED = 'org.minzheng.inbound.person.deceased.v1';

/** Where the other department's system is, as platform.json says. */
export interface AgencySystem {
  readonly url: string;
  readonly token: string;
}

interface Subscription {
  readonly subscriptionId: string;
  readonly endpoint: string;
  readonly status: string;
}

interface Received {
  readonly event: { readonly type: string; readonly personref: string; readonly data: { readonly amountFen?: number } };
}

/** The desk lets the agency hear of payments and tell of deaths; the agency's engineer subscribes. */
export async function subscribe(api: Api, system: AgencySystem): Promise<void> {
  const grant = {
    agency,
    divisionCode: '330302',
    receives: [SETTLED],
    sends: [DECEASED],
    legalBasis: '样例：数据共享协议',
    validFrom: '2025-01-01',
  };
  await api.command(desk, 'POST', '/grants', grant, 'demo-grant');
  const url = `${system.url}/webhooks/${endpoint}`;
  const { items } = await api.get<{ items: readonly Subscription[] }>(engineer, '/subscriptions');
  const open = items.filter(({ status }) => status !== 'disabled');
  if (open.some((one) => one.endpoint === url)) return;
  // The agency's system listens elsewhere at this start.
  for (const { subscriptionId: id } of open)
    await api.command(engineer, 'POST', `/subscriptions/${id}/disable`, {}, `demo-disable-${id}`);
  const body = { endpoint: url, types: [SETTLED] };
  const key = `demo-subscribe-${new URL(url).port}`;
  const { secret } = await api.command<{ secret: string }>(engineer, 'POST', '/subscriptions', body, key);
  await ask(system, 'PUT', `/endpoints/${endpoint}`, { secrets: [secret] });
}

/** How many webhooks the agency has taken as truly ours. */
export const receivedBy = async (system: AgencySystem): Promise<number> => (await received(system)).length;

/** The agency tells of a death, by the name that it has for whoever was paid exactly so much. */
export async function tellDeath(
  api: Api,
  system: AgencySystem,
  amountFen: number,
  on: LocalDate,
  id = 'demo-death-1',
): Promise<void> {
  const told = (await received(system)).find(({ event }) => event.data.amountFen === amountFen);
  if (told === undefined) throw new Error(`the agency has not heard of anybody who was paid ${amountFen} fen`);
  const event = {
    specversion: '1.0',
    id,
    source: 'https://medical-insurance.example/life-events',
    type: DECEASED,
    personref: told.event.personref,
    data: { occurredOn: on },
  };
  await api.command(engineer, 'POST', '/inbound-events', event, 'demo-death', 'application/cloudevents+json');
}

async function received(system: AgencySystem): Promise<readonly Received[]> {
  const { items } = (await ask(system, 'GET', `/endpoints/${endpoint}/received`)) as { items: readonly Received[] };
  return items;
}

async function ask({ url, token }: AgencySystem, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`the agency’s system answers ${response.status}`);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
