import type { RequestListener } from 'node:http';
import { listen } from '@minzheng/http';
import type { Listening } from '@minzheng/http';
import type { Logger } from '@minzheng/observability';
import { accountsFile } from './accounts.ts';
import type { IssuerSettings } from './config.ts';
import { keptEntries } from './kept-entries.ts';
import { newProvider } from './provider.ts';
import { secondFactor as newSecondFactor } from './second-factor.ts';
import { issuerApp } from './sign-in.ts';
import { signingKeys } from './signing-keys.ts';

const LOOPBACK = '127.0.0.1';

/** Starts the local issuer on the loopback address. Throws when the accounts, the keys or the sign-ins cannot be read. */
export async function startIssuer(settings: IssuerSettings, log: Logger): Promise<Listening> {
  const accounts = accountsFile(settings.ACCOUNTS_FILE);
  await accounts.find('');
  const jwks = await signingKeys(settings.SECRETS_FILE);
  const entries = keptEntries(settings.SECRETS_FILE);
  const secondFactor = newSecondFactor();
  const portal = { url: settings.PORTAL_URL, secret: settings.PORTAL_CLIENT_SECRET };
  const provider = newProvider({ issuer: settings.ISSUER_URL, accounts, jwks, entries, secondFactor, portal });
  provider.on('server_error', (_, error: unknown) => log.error({ err: error }, 'the issuer failed'));
  const app = issuerApp({ provider, accounts, secondFactor, portalUrl: settings.PORTAL_URL });
  const door = await listen(withReadiness(app), { port: settings.PORT, host: LOOPBACK });
  log.info({ port: door.port }, 'listening');
  const close = async (): Promise<void> => {
    await door.close();
    entries.close();
  };
  return { ...door, close };
}

function withReadiness(app: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url === '/readyz' || request.url === '/livez') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ready"}');
      return;
    }
    app(request, response);
  };
}
