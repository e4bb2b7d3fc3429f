import { z } from 'zod';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 50;

/** How a list is asked for: how many rows, and the id of the last one already seen. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
  after: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .optional(),
};

/** `{ items, next? }`, as every list answers. */
export const listOf = <V extends z.ZodType>(item: V) =>
  z.strictObject({ items: z.array(item), next: z.string().optional() });

interface Wanted {
  readonly limit: number;
  readonly after?: string | undefined;
}

export const pageOf = ({ limit, after }: Wanted) => ({ limit, ...(after !== undefined && { after: { id: after } }) });

/** The rows as they are shown; `next` is there when the page is full. */
export function paged<S extends { readonly id: string }, V>(
  rows: readonly S[],
  { limit }: Wanted,
  view: (row: S) => V,
) {
  const last = rows.at(limit - 1);
  return { items: rows.map(view), ...(last !== undefined && { next: last.id }) };
}
