/** A fact that the decision needs and nobody gave; `path` like 'wages.0.monthsFen'. */
export class NeedFact extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`the fact ${path} is not known`);
    this.name = 'NeedFact';
    this.path = path;
  }
}

/** As much as has been answered so far. */
export type Answers<F> = { readonly [K in keyof F]?: F[K] | undefined };

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
