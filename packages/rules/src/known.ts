/** A fact that the decision needs and nobody gave; `path` like 'wages.0.monthsFen'. */
export class NeedFact extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`the fact ${path} is not known`);
    this.name = 'NeedFact';
    this.path = path;
  }
}

/** As much as has been answered so far, at every depth. */
export type Answers<F> = F extends string | number | boolean
  ? F
  : F extends readonly (infer E)[]
    ? readonly Answers<E>[]
    : { readonly [K in keyof F]?: Answers<F[K]> | undefined };

/** Reading an unanswered fact throws NeedFact: an answer can never depend on a fact nobody gave (LAW_AS_CODE §4). */
export function known<F extends object>(partial: Answers<F>, path = ''): F {
  return new Proxy(partial, {
    get(target, key): unknown {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'string' && value === undefined) throw new NeedFact(path + key);
      return typeof key === 'string' && typeof value === 'object' && value !== null
        ? known<object>(value, `${path}${key}.`)
        : value;
    },
  }) as F;
}

/** A detail that an answer may leave out, where leaving it out says that there is none: it is never asked for. */
export const detail = <F extends object, K extends keyof F>(of: F, key: K): F[K] | undefined =>
  key in of ? of[key] : undefined;
