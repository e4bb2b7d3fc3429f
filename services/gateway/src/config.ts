import { ProcessSettings } from '@minzheng/service';
import { z } from 'zod';
import { UpstreamName } from './route-table.ts';

const AddressOf = z.record(UpstreamName, z.url({ protocol: /^https?$/ }));

/** The gateway's settings. `UPSTREAMS` is a JSON object: where each service is. */
export const GatewaySettings = ProcessSettings.extend({
  UPSTREAMS: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(AddressOf)
    .describe('a JSON object with the address of each service'),
});
export type GatewaySettings = z.output<typeof GatewaySettings>;
