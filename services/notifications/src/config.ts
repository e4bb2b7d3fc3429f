import { Address, BaseSettings, Secret } from '@minzheng/service';
import { EmailAddress } from '@minzheng/types';
import { z } from 'zod';

/** What a relay needs: with one of them all are told; with none the bureau sends no e-mail. */
const EMAIL = ['SMTP_URL', 'SMTP_JOURNAL_URL', 'SMTP_TOKEN', 'SMTP_FROM'] as const;

/** What notifications is told beside what every service is. */
export const Settings = BaseSettings.extend({
  SMS_URL: Address.describe('the address of the SMS provider'),
  SMS_TOKEN: Secret.describe("the SMS provider's token, 16 characters or more"),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'the address of a mail relay, smtp: or smtps:, set with SMTP_JOURNAL_URL, SMTP_TOKEN and SMTP_FROM or not at all',
    ),
  SMTP_JOURNAL_URL: Address.optional().describe("the address of the mail relay's journal, set where SMTP_URL is"),
  SMTP_TOKEN: Secret.optional().describe("the mail relay's token, 16 characters or more, set where SMTP_URL is"),
  SMTP_FROM: z
    .string()
    .refine((text) => EmailAddress.parse(text).ok)
    .optional()
    .describe('the e-mail address the bureau writes from, set where SMTP_URL is'),
}).superRefine((settings, context) => {
  const missing = EMAIL.filter((name) => settings[name] === undefined);
  if (missing.length === 0 || missing.length === EMAIL.length) return;
  for (const name of missing) context.addIssue({ code: 'custom', path: [name] });
});
export type Settings = z.output<typeof Settings>;
