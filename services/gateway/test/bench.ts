import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIssuer } from '@minzheng/issuer';
import { createLogger } from '@minzheng/observability';
import { readSettings } from '@minzheng/service';
import { generateSecret, generateSync } from 'otplib';
import { GatewaySettings } from '../src/config.ts';
import { UpstreamName } from '../src/contracts.ts';
import { startGateway } from '../src/start-gateway.ts';
import type { RunningGateway } from '../src/start-gateway.ts';
import { environment, PORTAL_SECRET } from './environment.ts';
import { Upstream } from './upstream.ts';

/** Those that a test asks something of; there may be more behind the gateway. */
type Name = 'people' | 'applications' | 'payments' | 'notifications';

export interface Account {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly totpSecret: string;
  readonly roles: readonly string[];
  readonly division?: string;
  readonly staffNo?: string;
  readonly personId?: string;
}

const account = (clientId: string, roles: string[], more: Partial<Account> = {}): Account => ({
  clientId,
  clientSecret: 'a-secret-for-this-test-only',
  totpSecret: generateSecret(),
  roles,
  ...more,
});

export const resident = account('resident-e01', ['resident'], { personId: 'p-e01' });
export const officer = account('street-officer-wuma-1', ['street-officer'], {
  division: '330302006',
  staffNo: 'SO-WM-1',
});
export const releaser = account('finance-releaser-1', ['finance-releaser'], { division: '330302', staffNo: 'FR-1' });

export const codeOf = ({ totpSecret }: Account): string => generateSync({ secret: totpSecret });

/** A gateway with the real issuer, Redis and Kafka, and a stand-in behind it for each service. */
export interface Bench {
  readonly url: string;
  readonly issuerUrl: string;
  readonly gateway: RunningGateway;
  readonly upstreams: Readonly<Record<Name, Upstream>>;
  stopIssuer(): Promise<void>;
  startIssuer(): Promise<void>;
  /** Another process of the same gateway. */
  another(changes?: Record<string, string>): Promise<RunningGateway>;
  /** What a script gets with an account's secret. */
  tokenOf(who: Account, form?: Record<string, string>): Promise<string>;
  stop(): Promise<void>;
}

export async function openBench(changes: Record<string, string> = {}): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const [issuerPort, port] = [await freePort(), await freePort()];
  const [issuerUrl, url] = [`http://127.0.0.1:${issuerPort}`, `http://127.0.0.1:${port}`];
  await writeFile(join(folder, 'accounts.json'), JSON.stringify({ resident, officer, releaser }));
  const log = createLogger({ service: 'test', level: 'silent' });
  const openIssuer = (): ReturnType<typeof startIssuer> =>
    startIssuer(
      {
        PORT: issuerPort,
        ISSUER_URL: issuerUrl,
        ACCOUNTS_FILE: join(folder, 'accounts.json'),
        SECRETS_FILE: join(folder, 'secrets.json'),
        PORTAL_URL: url,
        PORTAL_CLIENT_SECRET: PORTAL_SECRET,
      },
      log,
    );
  let issuer: Awaited<ReturnType<typeof openIssuer>> | undefined = await openIssuer();
  const named = UpstreamName.options.map((name) => [name, new Upstream(name)] as const);
  const upstreams = Object.fromEntries(named) as Record<Name, Upstream>;
  for (const upstream of Object.values(upstreams)) await upstream.open();
  const addresses = named.map(([name, { port: at }]) => [name, `http://127.0.0.1:${at}`]);
  const settings = {
    ...environment(),
    ISSUER_URL: issuerUrl,
    UPSTREAMS: JSON.stringify(Object.fromEntries(addresses)),
    PUBLIC_URL: url,
    PORT: String(port),
    ...changes,
  };
  const open = (more: Record<string, string>): Promise<RunningGateway> =>
    startGateway(readSettings(GatewaySettings, { ...settings, ...more }), log);
  const opened = [await open({})];
  return {
    url,
    issuerUrl,
    gateway: opened[0] as RunningGateway,
    upstreams,
    stopIssuer: async () => {
      await issuer?.close();
      issuer = undefined;
    },
    startIssuer: async () => {
      issuer ??= await openIssuer();
    },
    another: async (more = {}) => {
      const gateway = await open({ PORT: '0', ...more });
      opened.push(gateway);
      return gateway;
    },
    tokenOf: (who, form = {}) => tokenOf(issuerUrl, who, form),
    stop: async () => {
      await Promise.all(opened.map((gateway) => gateway.stop()));
      await issuer?.close();
      for (const upstream of Object.values(upstreams)) await upstream.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function tokenOf(issuerUrl: string, { clientId, clientSecret }: Account, form: Record<string, string>) {
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
