import type { Request } from 'express';

/**
 * The name of what a request asks for, of which there is a limited number: breakers and limits go by it. The method and the pattern of
 * the route that matched, which is one operation of the contract.
 */
export function operationOf({ method, route }: Request): string {
  const pattern = (route as { readonly path?: unknown } | undefined)?.path;
  return `${method} ${typeof pattern === 'string' ? pattern : 'unmatched'}`;
}
