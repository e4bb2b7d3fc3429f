import type { Cause } from '@minzheng/store';
import type { Caller } from '@minzheng/types';
import type { Exchange } from './exchange.ts';

/** Who stands behind a request: officers by staff number, residents by person, programs by client. */
export function causeOf(caller: Caller, { trace }: Exchange): Cause {
  return {
    viewer: caller,
    actor: caller.staffNo ?? caller.personId ?? caller.sub,
    correlationId: trace.traceId,
    traceparent: trace.traceparent,
  };
}
