import type { Backing } from '@minzheng/backing';
import { readAccounts } from './accounts.ts';
import { replaceJson } from './atomic-file.ts';
import type { RunningProcess } from './own-processes.ts';
import { type Surroundings, urlOf } from './process-table.ts';

/** Tells tools and tests where the platform is: addresses, demo accounts, process ids. Replaced whenever one of them changes. */
export async function writePlatformFile(
  startedAt: string,
  { places, ports, secrets }: Surroundings,
  backing: Backing,
  running: readonly RunningProcess[],
): Promise<void> {
  const issuerUrl = urlOf(ports, 'issuer');
  await replaceJson(places.platformFile, {
    startedAt,
    gatewayUrl: urlOf(ports, 'gateway'),
    issuerUrl,
    tokenUrl: `${issuerUrl}/token`,
    audience: 'minzheng-api',
    accounts: await readAccounts(places.accountsFile),
    kafkaBrokers: backing.kafkaBrokers,
    mongodbUri: backing.mongodbUri,
    redisUrl: backing.redisUrl,
    topicPrefix: '',
    simulators: {
      bank: { url: urlOf(ports, 'bank-simulator'), token: secrets.bankToken },
      sms: { url: urlOf(ports, 'sms-simulator'), token: secrets.smsToken },
      smtp: {
        url: urlOf(ports, 'smtp-simulator'),
        smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
        token: secrets.smtpToken,
      },
      dataExchange: { url: urlOf(ports, 'data-exchange-simulator'), token: secrets.dataExchangeToken },
      agency: { url: urlOf(ports, 'agency-simulator'), token: secrets.agencyToken },
    },
    processes: { ...serversOf(backing, places.logsDir), ...ownOf(running), supervisor: { pid: process.pid } },
  });
}

function serversOf(backing: Backing, logsDir: string): Record<string, object> {
  const rows = Object.entries(backing.pids).map(([name, pid]) => {
    const address = backing.addresses[name];
    return [name, { pid, address, log: `${logsDir}/${name}.log` }];
  });
  return Object.fromEntries(rows) as Record<string, object>;
}

function ownOf(running: readonly RunningProcess[]): Record<string, object> {
  const rows = running.flatMap(({ name, kept, url, log }) => {
    const pid = kept.pid();
    return pid === undefined ? [] : [[name, { pid, url, log }]];
  });
  return Object.fromEntries(rows) as Record<string, object>;
}
