import { Instant } from '@minzheng/types';
import { z } from 'zod';

const MAX_CURSOR = 200;
const Last = z.strictObject({ value: Instant, id: z.string().max(64) });

/** The last row of a page, as its reader hands it back for the next one: opaque text, checked like any input. */
export const Cursor = z
  .string()
  .max(MAX_CURSOR)
  .transform((text, context) => {
    const read = Last.safeParse(jsonIn(text));
    if (read.success) return read.data;
    context.addIssue({ code: 'invalid_format', format: 'cursor' });
    return z.NEVER;
  });

/** The cursor after a row. */
export function cursorAfter(last: z.output<typeof Last>): string {
  return Buffer.from(JSON.stringify(last)).toString('base64url');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
