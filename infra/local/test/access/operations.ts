import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@minzheng/types';

const CONTRACTS = join(import.meta.dirname, '../../../../contracts');

/** One operation of the contracts, as much as access needs. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** Takes effect, once per Idempotency-Key. */
  readonly isCommand: boolean;
  /** As the gateway has it; `{id}` where something is named. */
  readonly path: string;
  readonly service: string;
  readonly roles: readonly Role[];
  readonly stepUp: boolean;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly $ref?: string }[];
  readonly 'x-roles': readonly Role[];
  readonly 'x-service'?: string;
  readonly 'x-step-up'?: boolean;
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const contract = (file: string): Contract => JSON.parse(readFileSync(join(CONTRACTS, file), 'utf8')) as Contract;

function operationsIn({ paths }: Contract, service?: string): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      id: described.operationId,
      method: method.toUpperCase(),
      isCommand: (described.parameters ?? []).some(({ $ref }) => $ref?.endsWith('/IdempotencyKey') === true),
      path,
      service: service ?? described['x-service'] ?? '',
      roles: described['x-roles'],
      stepUp: described['x-step-up'] === true,
    })),
  );
}

/** Everything the merged contract offers. */
export const publicOperations: readonly Operation[] = operationsIn(contract('openapi.json'));

/** The operator's operations of a service, as the gateway reaches them. */
export const opsOperations = (service: string): Operation[] =>
  operationsIn(contract(`openapi/${service}.json`), service)
    .filter(({ path }) => path.startsWith('/ops/'))
    .map((one) => ({ ...one, path: `/api/v1/ops/${service}${one.path.slice('/ops'.length)}` }));
