import { refuseOtherMethods } from '@minzheng/http';
import type { Express } from 'express';
import { forward } from './forward.ts';
import type { ForwardSettings } from './forward.ts';
import type { RouteRow } from './route-rows.ts';
import type { Upstream } from './upstream.ts';

/** Before every path of a service; the service itself knows nothing of it. */
export const API = '/api/v1';

/**
 * One Express route a row, so that the log names the row and never the path. The methods of all rows come before any
 * refusal: `GET /people/resolve` is `/people/:personId` there, as it is in the service. Throws TypeError without an address.
 */
export function mountContract(
  app: Express,
  rows: readonly RouteRow[],
  upstreams: ReadonlyMap<string, Upstream>,
  settings: ForwardSettings,
): void {
  for (const { path, methods, service } of rows) {
    const upstream = upstreams.get(service);
    if (upstream === undefined) throw new TypeError(`no address for ${service}`);
    const handler = forward(upstream, withoutPrefix, settings);
    for (const method of methods) app[method](path, handler);
  }
  for (const { path, methods } of rows) {
    app.all(path, refuseOtherMethods(methods.map((method) => method.toUpperCase())));
  }
}

const withoutPrefix = (path: string): string => path.slice(API.length);
