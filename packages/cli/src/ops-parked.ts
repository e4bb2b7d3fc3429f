import { instant } from '@minzheng/types';
import type { Operator } from './operator.ts';
import { table } from './table.ts';

interface ParkedRow {
  readonly id: string;
  readonly class: string;
  readonly err: string;
  readonly attempts: number;
  readonly st: number;
  readonly nextAt: number;
}

const WAITING = 1;

/** Lists the messages set aside, without their content. */
export async function opsParked(
  operator: Operator,
  { services, say }: { readonly services: readonly string[]; readonly say: (line: string) => void },
): Promise<boolean> {
  const rows = (await Promise.all(services.map((service) => parkedOf(operator, service)))).flat();
  if (rows.length === 0) say('nothing is parked');
  else for (const line of table([['service', 'message', 'class', 'error', 'tries', 'next'], ...rows])) say(line);
  return true;
}

async function parkedOf(operator: Operator, service: string): Promise<string[][]> {
  const { items } = await operator.get<{ items: ParkedRow[] }>(service, '/parked?limit=1000');
  return items.map((row) => [
    service,
    row.id,
    row.class,
    row.err,
    String(row.attempts),
    row.st === WAITING ? instant.of(row.nextAt) : 'dead',
  ]);
}
