import { decided, DivisionCode, Instant, PersonId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

/** 窗口待办: an ID number came under another name than the one we know; somebody must look at the card. */
export const DeskTask = z.strictObject({
  id: z.string(),
  kind: z.literal('identity-not-confirmed'),
  personId: PersonId,
  /** The name that was given; sealed under the key of the person whose ID number it came with. */
  statedName: z.string().min(1),
  divisionCode: DivisionCode,
  firstAt: Instant,
  lastAt: Instant,
  tries: z.int().min(1),
  status: z.literal('open'),
});
export type DeskTask = z.infer<typeof DeskTask>;

export type Mismatch = Pick<DeskTask, 'id' | 'personId' | 'statedName' | 'divisionCode'>;

/** One task for each person and stated name; trying again only counts. */
export function raise(task: DeskTask | undefined, mismatch: Mismatch, at: Instant): Decision<DeskTask> {
  if (task) return decided({ ...task, lastAt: at, tries: task.tries + 1 });
  return decided({ ...mismatch, kind: 'identity-not-confirmed', firstAt: at, lastAt: at, tries: 1, status: 'open' });
}
