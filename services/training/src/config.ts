import { BaseSettings } from '@minzheng/service';
import type { z } from 'zod';

/** Training is told what every service is. */
export const Settings = BaseSettings;
export type Settings = z.output<typeof Settings>;
