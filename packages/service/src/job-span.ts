import { keptTraceId } from '@minzheng/observability';
import type { SpanSpec } from '@minzheng/observability';
import type { SetDeadline } from '@minzheng/store';

/**
 * The span of a job. What was due at once, a call to the outside, is the rest of the business that set it and goes on with its trace. What
 * was due later begins a trace of its own, for a trace that lasts as long as a public notice can be kept by nobody: it links to what set it,
 * and names that trace once more for a viewer that shows no links.
 */
export function jobSpan({ kind, dueAt, traceparent, setAt }: SetDeadline): SpanSpec {
  const step = { name: `job ${kind}`, kind: 'internal', attributes: { 'minzheng.job': kind } } as const;
  const follows = keptTraceId(traceparent);
  if (follows === undefined) return step;
  if (setAt !== undefined && dueAt <= setAt) return { ...step, parent: traceparent };
  return { ...step, attributes: { ...step.attributes, 'minzheng.follows': follows }, parents: () => [traceparent] };
}
