import { setTimeout as pause } from 'node:timers/promises';
import type { Operator } from './operator.ts';
import { table } from './table.ts';

const POLL_MS = 500;

interface CheckRow {
  readonly name: string;
  readonly ok: boolean;
  readonly culprit?: string;
}

interface Verified {
  readonly service: string;
  readonly checks: readonly CheckRow[];
}

/** What to verify, and for how long to wait until all is well. */
export interface VerifyOptions {
  readonly services: readonly string[];
  readonly waitMs: number;
  readonly say: (line: string) => void;
}

/** Asks every service to prove that nothing is lost. Says a table of check × service and each culprit; true when all is well. */
export async function verify(operator: Operator, { services, waitMs, say }: VerifyOptions): Promise<boolean> {
  const giveUpAt = performance.now() + waitMs;
  let verified = await verifyAll(operator, services);
  while (culpritsOf(verified).length > 0 && performance.now() < giveUpAt) {
    await pause(POLL_MS);
    verified = await verifyAll(operator, services);
  }
  const culprits = culpritsOf(verified);
  for (const line of [...table(rowsOf(verified)), ...culprits]) say(line);
  return culprits.length === 0;
}

function verifyAll(operator: Operator, services: readonly string[]): Promise<Verified[]> {
  return Promise.all(services.map((service) => verifyOne(operator, service)));
}

/** A service that cannot be asked has proved nothing. */
async function verifyOne(operator: Operator, service: string): Promise<Verified> {
  const answers = { name: 'answers', ok: true };
  try {
    const { checks } = await operator.get<{ checks: CheckRow[] }>(service, '/verify');
    return { service, checks: [answers, ...checks] };
  } catch (error) {
    return { service, checks: [{ ...answers, ok: false, culprit: (error as Error).message }] };
  }
}

function rowsOf(verified: readonly Verified[]): string[][] {
  const names = [...new Set(verified.flatMap(({ checks }) => checks.map(({ name }) => name)))];
  const heading = ['check', ...verified.map(({ service }) => service)];
  return [heading, ...names.map((name) => [name, ...verified.map(({ checks }) => cellOf(checks, name))])];
}

function cellOf(checks: readonly CheckRow[], name: string): string {
  const check = checks.find((row) => row.name === name);
  if (check === undefined) return '–';
  return check.ok ? 'ok' : 'BROKEN';
}

function culpritsOf(verified: readonly Verified[]): string[] {
  return verified.flatMap(({ service, checks }) =>
    checks.filter(({ ok }) => !ok).map(({ name, culprit }) => `BROKEN ${service} ${name}: ${culprit ?? 'unknown'}`),
  );
}
