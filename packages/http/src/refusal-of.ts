import { Fault, Refused } from '@minzheng/store';
import type { Refusal } from '@minzheng/types';
import { OutboundFault } from './outbound.ts';

/** What the caller is told of an error. Whatever does not say itself what it is, is a bug and reads 'service.internal'. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof Fault) return { code: error.code };
  if (error instanceof OutboundFault) return { code: 'service.upstream-unavailable' };
  return { code: error instanceof URIError ? 'request.not-found' : 'service.internal' };
}
