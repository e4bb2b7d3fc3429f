import type { Backing, Runnable } from '@minzheng/backing';
import type { Instant } from '@minzheng/types';
import type { Places } from './places.ts';
import type { PortName, PortPlan } from './ports.ts';
import type { Secrets } from './secrets.ts';

/** What the settings of a process are made of. */
export interface Surroundings {
  places: Places;
  ports: PortPlan;
  secrets: Secrets;
  /** Where the civil clock begins; undefined when it is real. */
  clock: Instant | undefined;
  /** Whether everything is traced. */
  hasTraces: boolean;
}

/** Where the servers are, as settings; empty for those that start beside the servers and need none. */
export type ServerSettings = Record<string, string>;

/** A process of our own: where its program is, and its settings beside PORT. */
export interface OwnProcess {
  name: PortName;
  /** A program of this repository, or how to run one that is not. */
  entry: string | Runnable;
  /** Where it says that it is ready; `/readyz` unless told. */
  readyPath?: string;
  /** How long its end may take at most, where it keeps nothing that a longer one would save. */
  graceMs?: number;
  settings: (around: Surroundings, servers: ServerSettings) => Record<string, string>;
}

/** The address of a part of the platform. */
export const urlOf = (ports: PortPlan, name: PortName): string => `http://127.0.0.1:${ports[name]}`;

/** What shows the traces, where they are wanted: before whoever sends it spans, and after them. */
export const traceViewer = (entry: Runnable): OwnProcess => ({
  name: 'trace-viewer',
  entry,
  readyPath: '/health',
  graceMs: 200,
  settings: () => ({}),
});

/** Where a person looks at them. */
export const tracesUrlOf = (ports: PortPlan): string => `${urlOf(ports, 'trace-viewer')}/zipkin/`;

/** OpenTelemetry's own variables: every trace is kept, and sent soon enough to be there when one looks. */
export const traceSettings = (ports: PortPlan): Record<string, string> => ({
  OTEL_TRACES_EXPORTER: 'zipkin',
  OTEL_EXPORTER_ZIPKIN_ENDPOINT: `${urlOf(ports, 'trace-viewer')}/api/v2/spans`,
  OTEL_TRACES_SAMPLER: 'always_on',
  OTEL_BSP_SCHEDULE_DELAY: '500',
});

/** Stand-ins for parties outside the bureau. They need no server of ours and start beside them. */
export const outsiders: readonly OwnProcess[] = [
  {
    name: 'issuer',
    entry: 'infra/issuer/src/main.ts',
    settings: ({ places, ports, secrets }) => ({
      ISSUER_URL: urlOf(ports, 'issuer'),
      ACCOUNTS_FILE: places.accountsFile,
      SECRETS_FILE: places.secretsFile,
      PORTAL_URL: urlOf(ports, 'gateway'),
      PORTAL_CLIENT_SECRET: secrets.portalClientSecret,
    }),
  },
  {
    name: 'bank-simulator',
    entry: 'infra/bank-simulator/src/main.ts',
    settings: ({ places, secrets, clock }) => ({
      DATA_DIR: `${places.dataDir}/bank`,
      TOKEN: secrets.bankToken,
      ...clockSetting(clock),
    }),
  },
  {
    name: 'sms-simulator',
    entry: 'infra/sms-simulator/src/main.ts',
    settings: ({ places, secrets }) => ({ DATA_DIR: `${places.dataDir}/sms`, TOKEN: secrets.smsToken }),
  },
  {
    name: 'smtp-simulator',
    entry: 'infra/smtp-simulator/src/main.ts',
    settings: ({ places, ports, secrets }) => ({
      DATA_DIR: `${places.dataDir}/smtp`,
      SMTP_PORT: String(ports.smtp),
      TOKEN: secrets.smtpToken,
    }),
  },
  {
    name: 'data-exchange-simulator',
    entry: 'infra/data-exchange-simulator/src/main.ts',
    settings: ({ places, secrets, clock }) => ({
      DATA_DIR: `${places.dataDir}/data-exchange`,
      TOKEN: secrets.dataExchangeToken,
      ...clockSetting(clock),
    }),
  },
  {
    name: 'agency-simulator',
    entry: 'infra/agency-simulator/src/main.ts',
    settings: ({ places, secrets }) => ({ DATA_DIR: `${places.dataDir}/agency`, TOKEN: secrets.agencyToken }),
  },
];

/** The services, which need servers, migrations and topics. */
export const services: readonly OwnProcess[] = [
  {
    name: 'people',
    entry: 'services/people/src/main.ts',
    // A sample district is resolved by one counter in one go.
    settings: (around, servers) => ({ ...shared(around, servers), RESOLVES_PER_MINUTE: '10000' }),
  },
  {
    name: 'applications',
    entry: 'services/applications/src/main.ts',
    // One street of the district confirms by itself, so that both can be seen.
    settings: (around, servers) => ({ ...shared(around, servers), DEVOLVED: 'DB:330302026,DBB:330302026' }),
  },
  {
    name: 'payments',
    entry: 'services/payments/src/main.ts',
    settings: (around, servers) => ({
      ...shared(around, servers),
      BANK_URL: urlOf(around.ports, 'bank-simulator'),
      BANK_TOKEN: around.secrets.bankToken,
    }),
  },
  {
    name: 'notifications',
    entry: 'services/notifications/src/main.ts',
    settings: (around, servers) => ({
      ...shared(around, servers),
      SMS_URL: urlOf(around.ports, 'sms-simulator'),
      SMS_TOKEN: around.secrets.smsToken,
      SMTP_URL: `smtp://127.0.0.1:${around.ports.smtp}`,
      SMTP_JOURNAL_URL: urlOf(around.ports, 'smtp-simulator'),
      SMTP_TOKEN: around.secrets.smtpToken,
      SMTP_FROM: 'notice@minzheng.example',
    }),
  },
  { name: 'training', entry: 'services/training/src/main.ts', settings: shared },
  { name: 'veterans', entry: 'services/veterans/src/main.ts', settings: shared },
  { name: 'subscriptions', entry: 'services/subscriptions/src/main.ts', settings: shared },
];

/** A few demo accounts at one address do the work of a whole district. */
const demonstrationFactor = '20';

/** The only door, opened last and closed first. */
export const door: readonly OwnProcess[] = [
  {
    name: 'gateway',
    entry: 'services/gateway/src/main.ts',
    settings: ({ ports, secrets, clock }, servers) => ({
      MINZHENG_ENV: 'local',
      ...servers,
      ISSUER_URL: urlOf(ports, 'issuer'),
      PUBLIC_URL: urlOf(ports, 'gateway'),
      PORTAL_CLIENT_SECRET: secrets.portalClientSecret,
      SESSION_SECRETS: `1:${secrets.sessionSecret}`,
      RATE_LIMIT_FACTOR: demonstrationFactor,
      UPSTREAMS: addressesOf(
        ports,
        services.map(({ name }) => name),
      ),
      ...(clock !== undefined && {
        LOCAL_CLOCKS: addressesOf(ports, [...services.map(({ name }) => name), ...partiesWithClock]),
      }),
    }),
  },
];

/** Those outside the bureau that do something at a moment of civil time. */
const partiesWithClock: readonly PortName[] = ['bank-simulator', 'data-exchange-simulator'];

const addressesOf = (ports: PortPlan, names: readonly PortName[]): string =>
  JSON.stringify(Object.fromEntries(names.map((name) => [name, urlOf(ports, name)])));

const clockSetting = (clock: Instant | undefined): Record<string, string> =>
  clock === undefined ? {} : { CIVIL_CLOCK: clock };

function shared({ places, ports, secrets, clock }: Surroundings, servers: ServerSettings): Record<string, string> {
  return {
    MINZHENG_ENV: 'local',
    ...clockSetting(clock),
    ...servers,
    ISSUER_URL: urlOf(ports, 'issuer'),
    MASTER_KEY: secrets.masterKey,
    BLIND_INDEX_KEY: secrets.blindIndexKey,
    AUDIT_WITNESS_DIR: places.witnessDir,
  };
}

/** Where the servers are, in the words every process of ours understands. */
export const serverSettings = (backing: Backing): ServerSettings => ({
  MONGODB_URI: backing.mongodbUri,
  KAFKA_BROKERS: backing.kafkaBrokers.join(','),
  TOPIC_PREFIX: '',
  REDIS_URL: backing.redisUrl,
});
