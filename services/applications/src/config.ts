import { BaseSettings, CommaList } from '@minzheng/service';
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
  DEVOLVED: CommaList.pipe(z.array(z.string().regex(/^(?:DB|DBB):\d{9}$/)))
    .default([])
    .describe('what streets confirm themselves, as DB:330302006, with commas between'),
});
export type Settings = z.infer<typeof Settings>;

/** 审核确认权限下放 (DOMAIN §0.1-3): by programme and street. */
export const isDevolved = ({ DEVOLVED }: Settings, { programme, divisionCode }: Place): boolean =>
  DEVOLVED.includes(`${programme}:${divisionCode}`);

interface Place {
  readonly programme: string;
  readonly divisionCode: DivisionCode;
}
