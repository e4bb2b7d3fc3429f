import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { trace } from '@opentelemetry/api';
import type { Context, Link, Span, Tracer } from '@opentelemetry/api';
import { beginSpan, currentTraceparent, inChildSpan, inSpan, isTraced, nameRequestSpan } from './spans.ts';

describe('without a tracer', () => {
  test('a span is the work alone: nobody asks for parents, and its result and its error come through', async () => {
    const spec = {
      name: 'process t',
      kind: 'consumer',
      attributes: {},
      parents: () => {
        throw new Error('nobody should ask');
      },
    } as const;
    await expect(inSpan(spec, () => Promise.resolve(7))).resolves.toBe(7);
    await expect(inSpan(spec, () => Promise.reject(new RangeError('x')))).rejects.toThrow(RangeError);
  });

  test('nothing is traced, no span is begun under any, and what would be one is the work alone', async () => {
    expect(isTraced()).toBe(false);
    expect(beginSpan(STEP, traceparent(0))).toBeUndefined();
    await expect(inChildSpan(STEP, () => Promise.resolve(7))).resolves.toBe(7);
  });

  test('no request has a span to name or to point to', () => {
    expect(currentTraceparent()).toBeUndefined();
    expect(() => nameRequestSpan('GET', '/notes/:id')).not.toThrow();
  });
});

/** What a span has been told, in place of one that is sent. */
interface Kept {
  readonly links: Link[];
  parent?: string | undefined;
  readonly attributes: Record<string, unknown>;
  isEnded: boolean;
}

let kept: Kept;

const span = {
  isRecording: () => true,
  spanContext: () => ({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 }),
  addLinks: (links: Link[]) => kept.links.push(...links),
  setAttribute: (name: string, value: unknown) => {
    kept.attributes[name] = value;
    return span;
  },
  setStatus: () => span,
  end: () => {
    kept.isEnded = true;
  },
};

const traceparent = (i: number, flags = '01'): string =>
  `00-${(i + 1).toString(16).padStart(32, '0')}-00000000000000aa-${flags}`;
const STEP = { name: 'publish t', kind: 'producer', attributes: {} } as const;
const spec = (parents: readonly (string | undefined)[]) =>
  ({ name: 'process t', kind: 'consumer', attributes: {}, parents: () => parents }) as const;

const startSpan = (_name: string, { root }: { root?: boolean }, at?: Context): Span => {
  if (root !== true && at !== undefined) kept.parent = trace.getSpanContext(at)?.traceId;
  return span as unknown as Span;
};

describe('with a tracer', () => {
  beforeAll(() => {
    const tracer = { startSpan } as unknown as Tracer;
    trace.setGlobalTracerProvider({ getTracer: () => tracer });
  });
  beforeEach(() => {
    kept = { links: [], attributes: {}, isEnded: false };
  });
  afterAll(() => trace.disable());

  test('a span links to at most 32 different parents that are kept themselves', async () => {
    const many = Array.from({ length: 100 }, (_, i) => [
      traceparent(i, '00'),
      traceparent(i),
      traceparent(i),
      undefined,
    ]);
    await inSpan(spec(many.flat()), () => Promise.resolve());
    expect(kept.links).toHaveLength(32);
    expect(new Set(kept.links.map(({ context }) => context.traceId)).size).toBe(32);
    expect(kept.links.every(({ context }) => context.traceFlags === 1)).toBe(true);
  });

  test('a span goes on with the trace of its parent, and begins one under a parent that nobody keeps', async () => {
    await inSpan({ ...STEP, parent: traceparent(6) }, () => Promise.resolve());
    expect(kept.parent).toBe(traceparent(6).slice(3, 35));
    kept.parent = undefined;
    await inSpan({ ...STEP, parent: traceparent(6, '00') }, () => Promise.resolve());
    expect(kept.parent).toBeUndefined();
  });

  test('a message’s span hangs on its own trace and is what others point to; one of a trace that nobody keeps is none', () => {
    const begun = beginSpan(STEP, traceparent(4));
    expect([kept.parent, begun?.traceparent]).toEqual([
      traceparent(4).slice(3, 35),
      `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`,
    ]);
    begun?.end('TypeError');
    expect([kept.attributes, kept.isEnded]).toEqual([{ 'error.type': 'TypeError' }, true]);
    for (const none of [undefined, 'garbage', traceparent(4, '00')]) expect(beginSpan(STEP, none)).toBeUndefined();
  });

  test('a span of work that fails says the error’s name and not its message, and ends', async () => {
    await expect(inSpan(spec([]), () => Promise.reject(new RangeError('王小明')))).rejects.toThrow(RangeError);
    expect(kept).toEqual({ links: [], attributes: { 'error.type': 'RangeError' }, isEnded: true });
  });
});
