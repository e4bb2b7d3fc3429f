import type { RequestListener } from 'node:http';
import { listen } from '@minzheng/http';
import type { Listening } from '@minzheng/http';
import type { Logger } from '@minzheng/observability';
import { accountsFile } from './accounts.ts';
import type { IssuerSettings } from './config.ts';
import { newProvider } from './provider.ts';
import { signingKeys } from './signing-keys.ts';

const LOOPBACK = '127.0.0.1';

/** Starts the local issuer on the loopback address. Throws when the accounts or the keys cannot be read. */
export async function startIssuer(settings: IssuerSettings, log: Logger): Promise<Listening> {
  const accounts = accountsFile(settings.ACCOUNTS_FILE);
  await accounts.find('');
  const provider = newProvider(settings.ISSUER_URL, accounts, await signingKeys(settings.SECRETS_FILE));
  provider.on('server_error', (_, error: unknown) => log.error({ err: error }, 'the issuer failed'));
  const door = await listen(withReadiness(provider.callback()), { port: settings.PORT, host: LOOPBACK });
  log.info({ port: door.port }, 'listening');
  return door;
}

function withReadiness(callback: ReturnType<ReturnType<typeof newProvider>['callback']>): RequestListener {
  return (request, response) => {
    if (request.url === '/readyz' || request.url === '/livez') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ready"}');
      return;
    }
    void callback(request, response);
  };
}
