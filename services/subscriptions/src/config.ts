import { BaseSettings, CommaList } from '@minzheng/service';
import { z } from 'zod';
import { STANDARD_PAUSES_S } from './domain/retry-schedule.ts';

const MAX_PAUSES = 20;

/** What subscriptions is told beside what every service is. */
export const Settings = BaseSettings.extend({
  DELIVERY_PAUSES_SECONDS: CommaList.transform((parts) => parts.map(Number))
    .pipe(z.array(z.int().nonnegative()).max(MAX_PAUSES))
    .default([...STANDARD_PAUSES_S])
    .describe('the pauses before each attempt in seconds, with commas between'),
});
export type Settings = z.output<typeof Settings>;
