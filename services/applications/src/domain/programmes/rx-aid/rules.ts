import type { Rules } from '@minzheng/rules';

export const rxAidRules = {
  'RX-4': {
    title: '扣除刚性支出后人均收入低于最低生活保障标准的，给予基本生活救助',
    cites: [{ doc: '浙江省社会救助条例', article: '41' }],
    tests: ['E30', 'RA01', 'RA02', 'RA03'],
  },
} as const satisfies Rules;

export type RxAidRuleId = keyof typeof rxAidRules;
