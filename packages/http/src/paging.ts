import { z } from 'zod';

const PAGE = 100;

/** A page's cursor: the id of the last row already seen. */
export const After = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/)
  .optional();

/** What a list that has no other filter may be asked. */
export const Paging = z.strictObject({ after: After });

/** How the next rows are asked for; one more than is shown, to know whether there are any. */
export const pageAfter = (after: string | undefined, size = PAGE) => ({
  limit: size + 1,
  ...(after !== undefined && { after: { id: after } }),
});

/** The schema of `{ items, next? }`, as every list answers. */
export const listOf = <V extends z.ZodType>(item: V) =>
  z.strictObject({ items: z.array(item), next: z.string().optional() });

/** The rows as they are shown; `next` is there when more follow. `size` as it was asked for. */
export function paged<S extends { readonly id: string }, V>(rows: readonly S[], view: (row: S) => V, size = PAGE) {
  const shown = rows.slice(0, size);
  const next = rows.length > size ? shown.at(-1)?.id : undefined;
  return { items: shown.map(view), ...(next !== undefined && { next }) };
}
