import { describeRoutes } from '@minzheng/http/open-api';
import type { OpenApiDocument } from '@minzheng/http/open-api';
import { describeEvents } from '@minzheng/messaging/async-api';
import { catalogue } from '@minzheng/types';
import { accessTable } from './access-table.ts';
import { mergeOpenApi } from './merge-open-api.ts';
import type { ContractedService } from './services.ts';

/** The contracts: path below contracts/ → text. */
export type ContractFiles = ReadonlyMap<string, string>;

export const MERGED = 'openapi.json';
export const EVENTS = 'asyncapi.json';
/** A page for people, which binds nobody: it is not released. */
export const ACCESS = 'access.md';
export const openApiFile = (service: string): string => `openapi/${service}.json`;

/** Everything that contracts/ holds beside its README and the last release, from the code alone: the same code, the same bytes. */
export function generate(version: string, services: readonly ContractedService[]): ContractFiles {
  const merged = mergeOpenApi(
    version,
    services.map((service) => describe(version, service, service.routes)),
  );
  const own = services.map((service) => {
    const document = describe(version, service, [...service.routes, ...service.opsRoutes]);
    return [openApiFile(service.name), textOf(document)] as const;
  });
  return new Map([
    ...own,
    [MERGED, textOf(merged)],
    [EVENTS, textOf(describeEvents(version, catalogue))],
    [ACCESS, accessTable(services)],
  ]);
}

const describe = (
  version: string,
  { name, refusals }: ContractedService,
  routes: ContractedService['routes'],
): OpenApiDocument => describeRoutes({ service: name, version, routes, refusals });

/** Twelve monthly amounts of an example on one line: a text never holds a line break, so only lists of numbers match. */
const NUMBERS = /\[\n\s+(-?\d+(?:,\n\s+-?\d+)*)\n\s+\]/g;

const textOf = (document: object): string =>
  `${JSON.stringify(document, null, 2).replace(NUMBERS, (_, numbers: string) => `[${numbers.replaceAll(/\s+/g, ' ')}]`)}\n`;
