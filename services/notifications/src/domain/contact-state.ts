import { Instant, Language, PersonId } from '@minzheng/types';
import type { EmailAddress, Mobile } from '@minzheng/types';
import { z } from 'zod';
import { Preferences } from './channels.ts';

/** Wanted: there is something to tell the person and no way to. */
export const ContactStatus = z.enum(['wanted', 'registered']);
export type ContactStatus = z.infer<typeof ContactStatus>;

/** 联系方式: where and in which language a person is told; one per person, by the personId. */
export const Contact = z.strictObject({
  id: PersonId,
  status: ContactStatus,
  mobile: z.custom<Mobile>((value) => typeof value === 'string').optional(),
  language: Language.optional(),
  email: z.custom<EmailAddress>((value) => typeof value === 'string').optional(),
  preferences: Preferences.optional(),
  changedAt: Instant,
});
export type Contact = z.infer<typeof Contact>;
