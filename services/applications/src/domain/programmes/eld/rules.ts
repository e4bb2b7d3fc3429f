import type { Rules } from '@minzheng/rules';

export const eldRules = {
  'ELD-1': {
    title: '养老服务补贴，按评估等级',
    cites: [{ doc: '浙江省社会养老服务促进条例', article: '36' }],
    tests: ['EL01', 'EL02', 'EL03', 'EL04', 'EL05', 'EL06', 'EL07'],
  },
} as const satisfies Rules;

export type EldRuleId = keyof typeof eldRules;
