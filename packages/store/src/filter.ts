type Comparable = string | number | boolean | null;

/** What one field may be asked. Adapters write conditions; nothing of a request is ever passed on as one. */
export type Condition<V> =
  | V
  | { readonly $in: readonly V[] }
  | { readonly $nin: readonly V[] }
  | { readonly $ne: V }
  | { readonly $exists: boolean }
  | { readonly $lt?: V; readonly $lte?: V; readonly $gt?: V; readonly $gte?: V };

type Element<V> = V extends readonly (infer E)[] ? E : V;

/** Conditions on top-level fields (an array field matches by one element) and on dotted paths below them, all of which must hold. */
export type Filter<S> = { readonly [K in keyof S & string]?: Condition<NonNullable<Element<S[K]>>> } & {
  readonly [path: `${string}.${string}`]: Condition<Comparable>;
};

/** Order and bounds of a list. `after` is the sort field's value and the id of the last row already seen. */
export interface Page<S> {
  readonly sort?: { readonly by: keyof S & string; readonly order?: 'ascending' | 'descending' };
  /** At most 1,000. */
  readonly limit: number;
  readonly after?: { readonly id: string; readonly value?: string | number };
}

/** A page of any kind. */
export interface AnyPage extends Omit<Page<never>, 'sort'> {
  readonly sort?: { readonly by: string; readonly order?: 'ascending' | 'descending' };
}
