import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { trace } from '@opentelemetry/api';
import type { Link, Span, Tracer } from '@opentelemetry/api';
import { currentTraceparent, inSpan, nameRequestSpan } from './spans.ts';

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

  test('no request has a span to name or to point to', () => {
    expect(currentTraceparent()).toBeUndefined();
    expect(() => nameRequestSpan('GET', '/notes/:id')).not.toThrow();
  });
});

/** What a span has been told, in place of one that is sent. */
interface Kept {
  readonly links: Link[];
  readonly attributes: Record<string, unknown>;
  isEnded: boolean;
}

let kept: Kept;

const span = {
  isRecording: () => true,
  addLinks: (links: Link[]) => kept.links.push(...links),
  setAttribute: (name: string, value: unknown) => {
    kept.attributes[name] = value;
  },
  setStatus: () => undefined,
  end: () => {
    kept.isEnded = true;
  },
};

const traceparent = (i: number, flags = '01'): string =>
  `00-${(i + 1).toString(16).padStart(32, '0')}-00000000000000aa-${flags}`;
const spec = (parents: readonly (string | undefined)[]) =>
  ({ name: 'process t', kind: 'consumer', attributes: {}, parents: () => parents }) as const;

describe('with a tracer', () => {
  beforeAll(() => {
    const tracer = { startSpan: () => span as unknown as Span } as unknown as Tracer;
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

  test('a span of work that fails says the error’s name and not its message, and ends', async () => {
    await expect(inSpan(spec([]), () => Promise.reject(new RangeError('王小明')))).rejects.toThrow(RangeError);
    expect(kept).toEqual({ links: [], attributes: { 'error.type': 'RangeError' }, isEnded: true });
  });
});
