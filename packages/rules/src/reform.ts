import type { ParameterRow, Parameters } from './parameters.ts';

/** 改革方案: rows to be laid over the parameters, tried before they are published. */
export interface Reform {
  readonly id: string;
  readonly title: string;
  readonly rows: Readonly<Record<string, readonly ParameterRow[]>>;
}

/** A new map with the reform's rows added; the base is never changed. Throws RangeError for a key that does not exist. */
export function reformed(base: Parameters, { id, rows }: Reform): Parameters {
  const out = new Map(base);
  for (const [key, added] of Object.entries(rows)) {
    const parameter = base.get(key);
    if (parameter === undefined) throw new RangeError(`the reform ${id} names an unknown parameter ${key}`);
    out.set(key, { ...parameter, values: [...parameter.values, ...added] });
  }
  return out;
}

/** A new map in which a key has one value on every day, for trying a figure out. Throws RangeError for a key that does not exist. */
export function overlaid(base: Parameters, values: Readonly<Record<string, number>> = {}): Parameters {
  const out = new Map(base);
  for (const [key, value] of Object.entries(values)) {
    const parameter = base.get(key);
    if (parameter === undefined) throw new RangeError(`unknown parameter ${key}`);
    out.set(key, { ...parameter, values: parameter.values.map((row) => ({ ...row, value })) });
  }
  return out;
}
