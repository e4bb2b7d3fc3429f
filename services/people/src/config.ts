import { BaseSettings } from '@minzheng/service';
import { DivisionCode } from '@minzheng/types';
import { z } from 'zod';

/** What people is told beside what every service is told. */
export const Settings = BaseSettings.extend({
  REDIS_URL: z.string().startsWith('redis').describe('the address of Redis'),
  DISTRICT: DivisionCode.default(DivisionCode.parse('330302')).describe('the six digits of the district'),
  RESOLVES_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(60).describe('tries from 1 to 10000'),
});
export type Settings = z.infer<typeof Settings>;
