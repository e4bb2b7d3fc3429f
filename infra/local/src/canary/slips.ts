import type { Canary } from './canary.ts';

/** What somebody was answered. */
export interface Answered {
  readonly what: string;
  readonly body: string;
}

/** A request that somebody got wrong. */
export interface Slip {
  readonly what: string;
  readonly account: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type TokenOf = (account: string) => Promise<string>;

/** Requests that go wrong: neither the answer nor a line of a log may say whose number it was. */
export async function slipUp(gatewayUrl: string, tokenOf: TokenOf, canaries: readonly Canary[]): Promise<Answered[]> {
  const slips = canaries.flatMap((canary, at) => slipsOf(canary, canaries[(at + 1) % canaries.length] ?? canary));
  const answers: Answered[] = [];
  for (const slip of slips) answers.push(await sendSlip(gatewayUrl, tokenOf, slip));
  return answers;
}

/** Sends one, and keeps what is answered, headers too. Throws when a command is let pass. */
export async function sendSlip(gatewayUrl: string, tokenOf: TokenOf, slip: Slip): Promise<Answered> {
  const { what, account, method, path, body, headers } = slip;
  const response = await fetch(`${gatewayUrl}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(account)}`,
      'content-type': 'application/json',
      'idempotency-key': `"${crypto.randomUUID()}"`,
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  if (response.ok && method !== 'GET') throw new Error(`what should be refused was let pass: ${what}`);
  return { what, body: `${response.status} ${JSON.stringify([...response.headers])} ${text}` };
}

const counter = 'street-officer-wuma-1';

function slipsOf(canary: Canary, other: Canary): Slip[] {
  const { name, residentId, mobile, accountNumber, login } = canary;
  const json = JSON.stringify;
  const resolve = { method: 'POST', path: '/people/resolve', account: counter } as const;
  const own = { account: login } as const;
  const register = { method: 'POST', path: '/accounts', ...own } as const;
  return [
    { what: 'an ID under another name', ...resolve, body: json({ residentId, name: other.name }) },
    { what: 'a name with a digit', ...resolve, body: json({ residentId, name: `${name}1` }) },
    { what: 'an ID with a blank too many', ...resolve, body: json({ residentId: `${residentId} 1`, name }) },
    { what: 'half a body', ...resolve, body: json({ residentId, name, mobile }).slice(0, -2) },
    { what: 'an unknown field', ...resolve, body: json({ residentId, name, mobile }) },
    {
      what: 'a name twice',
      ...resolve,
      body: `{"name":${json(name)},"name":${json(name)},"residentId":"${residentId}"}`,
    },
    { what: 'an operator', ...resolve, body: json({ residentId: { $eq: residentId }, name }) },
    { what: 'an ID as a path', method: 'GET', path: `/people/${residentId}`, account: counter },
    { what: 'a name as a path', method: 'GET', path: `/people/${encodeURIComponent(name)}`, account: counter },
    { what: 'an ID in a query', method: 'GET', path: `/payments?personId=${residentId}`, account: 'finance-maker-1' },
    { what: 'a phone in a query', method: 'GET', path: `/messages?mobile=${mobile}`, account: counter },
    {
      what: 'a path that is not there',
      method: 'GET',
      path: `/nowhere/${accountNumber}?name=${encodeURIComponent(name)}`,
      ...own,
    },
    {
      what: 'a phone that is a card',
      method: 'PUT',
      path: '/contacts/me',
      ...own,
      body: json({ mobile: accountNumber, language: 'zh-CN' }),
    },
    {
      what: 'a card that is a phone',
      ...register,
      body: json({ programme: 'DB', bankCode: '102333000001', accountNumber: mobile, holderName: name }),
    },
    {
      what: 'a bank code that is a card',
      ...register,
      body: json({ programme: 'DB', bankCode: accountNumber, accountNumber, holderName: name }),
    },
    {
      what: 'headers that say too much',
      ...resolve,
      body: json({ residentId }),
      headers: {
        'idempotency-key': `"resolve-${residentId}"`,
        'user-agent': `counter/1 (${mobile})`,
        'x-request-id': accountNumber,
        baggage: `person=${residentId}`,
        tracestate: `m=${mobile}`,
        referer: `http://counter.example/?id=${residentId}`,
        cookie: `person=${residentId}`,
      },
    },
  ];
}
