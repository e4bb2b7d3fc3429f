import { ProcessSettings } from '@minzheng/service';
import { z } from 'zod';
import { UpstreamName } from './contracts.ts';

const HttpAddress = z.url({ protocol: /^https?$/ });

const fromJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

/** The gateway's settings. `UPSTREAMS` is a JSON object: where each service is; `LOCAL_CLOCKS` another: whose clock can be moved. */
export const GatewaySettings = ProcessSettings.extend({
  UPSTREAMS: fromJson
    .pipe(z.record(UpstreamName, HttpAddress))
    .describe('a JSON object with the address of each service'),
  LOCAL_CLOCKS: fromJson
    .pipe(z.record(z.string(), HttpAddress))
    .optional()
    .describe('a JSON object with the address of each process whose clock is moved'),
});
export type GatewaySettings = z.output<typeof GatewaySettings>;
