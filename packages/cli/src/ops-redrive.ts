import type { Operator } from './operator.ts';
import { UsageError } from './usage.ts';

/** Which parked messages: those of a group, or these. */
export interface RedriveOptions {
  readonly services: readonly string[];
  readonly group: string | undefined;
  readonly ids: readonly string[];
  readonly say: (line: string) => void;
}

/** Has parked messages tried again now. An id names its group, and the group its service. */
export async function opsRedrive(operator: Operator, { services, group, ids, say }: RedriveOptions): Promise<boolean> {
  if ((group === undefined) === (ids.length === 0)) throw new UsageError('redrive takes --group G, or ids');
  const wishes = group === undefined ? wishesFor(ids) : [{ service: serviceOf(group), body: { group } }];
  for (const { service, body } of wishes) {
    if (!services.includes(service)) throw new UsageError(`no such service: ${service}`);
    const { redriven } = await operator.post<{ redriven: number }>(service, '/parked/redrive', body);
    say(`${service}: ${redriven} tried again`);
  }
  return true;
}

function wishesFor(ids: readonly string[]): { service: string; body: { ids: readonly string[] } }[] {
  const byService = Map.groupBy(ids, (id) => serviceOf(id.split('|')[0] ?? ''));
  return [...byService].map(([service, its]) => ({ service, body: { ids: its } }));
}

/** Groups are `<service>`, `<service>.bulk`, `<service>.<projection>`. */
const serviceOf = (group: string): string => group.split('.')[0] ?? '';
