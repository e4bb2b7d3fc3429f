/** A span as Zipkin gives it, as far as tests look at it. */
export interface ShownSpan {
  readonly id: string;
  readonly parentId?: string;
  readonly name: string;
  readonly kind?: string;
  readonly localEndpoint: { readonly serviceName: string };
  readonly tags: Readonly<Record<string, string>>;
}

/** The viewer's API: what a person sees there. */
export class TraceViewer {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The spans of one trace; none while it is not known. */
  async trace(traceId: string): Promise<readonly ShownSpan[]> {
    const response = await fetch(`${this.#url}/api/v2/trace/${traceId}`);
    return response.status === 404 ? [] : ((await response.json()) as ShownSpan[]);
  }

  /** Everything it holds, as text. */
  async everything(): Promise<string> {
    return await (await fetch(`${this.#url}/api/v2/traces?limit=10000&lookback=3600000`)).text();
  }

  /** The ids of the traces with this tag. */
  async tracesTagged(tag: string, value: string): Promise<string[]> {
    const query = new URLSearchParams({ annotationQuery: `${tag}=${value}`, limit: '100', lookback: '3600000' });
    const traces = (await (await fetch(`${this.#url}/api/v2/traces?${query.toString()}`)).json()) as {
      traceId: string;
    }[][];
    return traces.map(([first]) => first?.traceId ?? '');
  }
}

/** The way from where a trace begins to a span, parent by parent. */
export function wayTo(span: ShownSpan | undefined, spans: readonly ShownSpan[]): ShownSpan[] {
  if (span === undefined) return [];
  const parent = spans.find(({ id }) => id === span.parentId);
  return [...wayTo(parent, spans), span];
}

/** A span as a person reads it: who, what. */
export const said = ({ localEndpoint, name }: ShownSpan): string => `${localEndpoint.serviceName} ${name}`;
