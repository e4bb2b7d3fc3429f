import { BaseSettings } from '@minzheng/service';
import { DivisionCode } from '@minzheng/types';
import type { z } from 'zod';

/** What veterans is told beside what every service is told. */
export const Settings = BaseSettings.extend({
  DISTRICT: DivisionCode.default(DivisionCode.parse('330302')).describe('the six digits of the district'),
});
export type Settings = z.infer<typeof Settings>;
