import type { Rules } from '@minzheng/rules';

const PROVINCE = '浙江省社会救助条例';

export const dbbRules = {
  'DBB-1': {
    title: '低边家庭收入线',
    cites: [{ doc: '国办发〔2023〕39号' }, { doc: PROVINCE, article: '13' }],
    tests: ['E02', 'H01', 'H02', 'H03', 'M01', 'M02', 'M03'],
  },
  'DBB-2': {
    title: '低边家庭财产',
    cites: [{ doc: PROVINCE, article: '13' }],
    tests: ['E07', 'E08', 'H04', 'H05', 'M04', 'M05'],
  },
} as const satisfies Rules;

export type DbbRuleId = keyof typeof dbbRules;
