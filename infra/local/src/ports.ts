import { freePorts, isPortFree } from '@minzheng/backing';
import { OneLine } from './one-line.ts';

/** Where each part listens on loopback: fixed, so that a second start is the same as the first. */
export const defaultPorts = {
  gateway: 8080,
  issuer: 8081,
  people: 8101,
  applications: 8102,
  payments: 8103,
  notifications: 8104,
  'bank-simulator': 8201,
  'sms-simulator': 8202,
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
  const ports = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as PortPlan;
}

/** @throws OneLine naming the port, who wanted it and what to do, before anything has been started. */
export async function refuseTakenPorts(ports: PortPlan, wanted: readonly PortName[]): Promise<void> {
  for (const name of wanted) {
    if (await isPortFree(ports[name])) continue;
    throw new OneLine(
      `Port ${ports[name]}, which ${name} wants, is in use: end what listens there (see: lsof -i :${ports[name]}), or choose other ports with npm start -- --port-base 20000.`,
    );
  }
}
