import { freePortBlock, isPortFree, mostMembers } from '@minzheng/backing';
import { OneLine } from './one-line.ts';

/** Where each part listens on loopback: fixed, so that a second start is the same as the first. */
export const defaultPorts = {
  gateway: 8080,
  issuer: 8081,
  'trace-viewer': 8082,
  people: 8101,
  applications: 8102,
  payments: 8103,
  notifications: 8104,
  veterans: 8105,
  training: 8106,
  subscriptions: 8107,
  'bank-simulator': 8201,
  'sms-simulator': 8202,
  'data-exchange-simulator': 8203,
  'smtp-simulator': 8204,
  'agency-simulator': 8205,
  /** Where the mail relay takes e-mail; its journal answers at `smtp-simulator`. */
  smtp: 8206,
  kafka: 9192,
  mongodb: 27_117,
  redis: 6479,
};

export type PortPlan = typeof defaultPorts;
export type PortName = keyof PortPlan;

const names = Object.keys(defaultPorts) as PortName[];
const servicesBase = 8000;

const serverOffsets: Partial<PortPlan> = { kafka: 192, mongodb: 217, redis: 279 };

/** Everything within three hundred ports above `base`, the services at the distances they have from 8000. */
export function portsFrom(base: number): PortPlan {
  const shifted = names.map((name) => [name, base + (serverOffsets[name] ?? defaultPorts[name] - servicesBase)]);
  return Object.fromEntries(shifted) as PortPlan;
}

/** Ports of the operating system's choice, for a platform beside another one. */
export async function freePortPlan(): Promise<PortPlan> {
  let next = await freePortBlock(names.length + 2 * mostMembers);
  const plan = names.map((name) => {
    const port = next;
    next += name === 'kafka' || name === 'mongodb' ? mostMembers : 1;
    return [name, port];
  });
  return Object.fromEntries(plan) as PortPlan;
}

/** `members` says how many processes of each name there are. @throws OneLine naming the port, who wanted it and what to do, before anything has been started. */
export async function refuseTakenPorts(ports: PortPlan, members: Partial<PortPlan>): Promise<void> {
  for (const { name, port } of portsWanted(ports, members)) {
    if (await isPortFree(port)) continue;
    throw new OneLine(
      `Port ${port}, which ${name} wants, is in use: end what listens there (see: lsof -i :${port}), or choose other ports with npm start -- --port-base 20000.`,
    );
  }
}

/** Several members of one kind listen on consecutive ports. */
function portsWanted(ports: PortPlan, members: Partial<PortPlan>): { name: PortName; port: number }[] {
  return names.flatMap((name) =>
    Array.from({ length: members[name] ?? 0 }, (_, n) => ({ name, port: ports[name] + n })),
  );
}
