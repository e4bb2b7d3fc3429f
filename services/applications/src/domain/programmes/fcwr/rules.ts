import type { Rules } from '@minzheng/rules';

const DOC = '民发〔2019〕62号';

export const fcwrRules = {
  'CH-2': { title: '事实无人抚养儿童', cites: [{ doc: DOC }], tests: ['E36', 'E37a', 'FC01', 'FC02', 'FC03', 'FC04'] },
  'CH-3': {
    title: '重残、失联、羁押的认定标准',
    cites: [{ doc: DOC }],
    tests: ['E37a', 'E37b', 'FC05', 'FC06', 'FC07', 'FC08', 'FC09', 'FC10'],
  },
  'CH-5': { title: '与其他保障补差发放', cites: [{ doc: DOC }], tests: ['E36', 'FC11'] },
} as const satisfies Rules;

export type FcwrRuleId = keyof typeof fcwrRules;
