import { readFileSync } from 'node:fs';
import { probe } from '@minzheng/http';
import type { ProbeRoute } from '@minzheng/http';
import { z } from 'zod';
import { Contract, routeRows, servicesOf } from './route-rows.ts';

const FOLDER = new URL('../../../contracts/', import.meta.url);

const openApi = readFileSync(new URL('openapi.json', FOLDER), 'utf8');
const asyncApi = readFileSync(new URL('asyncapi.json', FOLDER), 'utf8');
const contract = Contract.parse(JSON.parse(openApi));

/** The services behind the gateway; a new one is here as soon as its contract is generated. */
export const UpstreamName = z.enum(servicesOf(contract));
export type UpstreamName = z.output<typeof UpstreamName>;

/** What the gateway routes by. */
export const rows = routeRows(contract);

/** The contracts as they stand in the repository: no token, since the code is open too. */
export const contractRoutes: readonly ProbeRoute[] = [
  shown('/openapi.json', openApi),
  shown('/asyncapi.json', asyncApi),
];

function shown(path: `/${string}`, body: string): ProbeRoute {
  return probe({ path, read: () => Promise.resolve({ status: 200, type: 'application/json', body }) });
}
