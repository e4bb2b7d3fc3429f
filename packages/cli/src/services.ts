import { topics } from '@minzheng/types';
import { UsageError } from './usage.ts';

/** Every service with a database: those that tell the others something. */
export const allServices: readonly string[] = [...new Set(topics().map(({ service }) => service))];

/** The services that were asked for, all of them when none was named. Throws UsageError for one that does not exist. */
export function servicesAsked(named: readonly string[] = []): readonly string[] {
  const unknown = named.find((service) => !allServices.includes(service));
  if (unknown !== undefined) throw new UsageError(`no such service: ${unknown}; there are ${allServices.join(', ')}`);
  return named.length === 0 ? allServices : named;
}
