import { z } from 'zod';

const Method = z.enum(['get', 'post', 'put', 'delete']);
type Method = z.output<typeof Method>;

const Operation = z.object({ 'x-service': z.string() });

/** What the gateway reads of the merged contract: the services, and who answers for which method of which path. */
export const Contract = z.object({
  tags: z.array(z.object({ name: z.string() })).min(1),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(Method, Operation)),
});
export type Contract = z.output<typeof Contract>;

/** One path of the contract; `path` as Express writes it. */
export interface RouteRow {
  readonly path: string;
  readonly methods: readonly Method[];
  readonly service: string;
}

/** The services behind the gateway: those of the contract. */
export const servicesOf = ({ tags }: Contract): string[] => tags.map(({ name }) => name);

/**
 * The contract as rows, the more exact path first: `/people/resolve` before `/people/:personId`. Throws TypeError for a path
 * that nobody or more than one service answers for.
 */
export function routeRows({ paths }: Contract): RouteRow[] {
  return Object.entries(paths)
    .map(([template, item]) => ({
      path: template.replaceAll(/\{(\w+)\}/g, ':$1'),
      methods: Object.keys(item) as Method[],
      service: onlyService(template, item),
    }))
    .toSorted((a, b) => byExactness(a.path.split('/'), b.path.split('/')));
}

function onlyService(template: string, item: Contract['paths'][string]): string {
  const services = new Set(Object.values(item).map((operation) => operation['x-service']));
  const [service] = services;
  if (service === undefined || services.size > 1)
    throw new TypeError(`the contract has no one service for ${template}`);
  return service;
}

/** At the first segment that differs a name comes before a parameter; names in alphabetical order. */
function byExactness(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((segment, i) => segment !== b[i]);
  const [left, right] = [a[at], b[at]];
  if (left === undefined || right === undefined) return a.length - b.length;
  const isParameter = [left, right].map((segment) => segment.startsWith(':'));
  if (isParameter[0] !== isParameter[1]) return isParameter[0] ? 1 : -1;
  return left < right ? -1 : 1;
}
