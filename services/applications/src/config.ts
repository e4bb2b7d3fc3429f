import { BaseSettings } from '@minzheng/service';
import { DivisionCode } from '@minzheng/types';
import { z } from 'zod';

/** What applications is told beside what every service is told. */
export const Settings = BaseSettings.extend({
  DISTRICT: DivisionCode.default(DivisionCode.parse('330302')).describe('the six digits of the district'),
  CASE_NUMBER_PREFIX: z
    .string()
    .regex(/^[A-Z]{2,4}$/)
    .default('LC')
    .describe('two to four capital letters'),
});
export type Settings = z.infer<typeof Settings>;
