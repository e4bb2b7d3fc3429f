import type { Rules } from '@minzheng/rules';

export const oldRules = {
  'OLD-1': {
    title: '高龄津贴，按当月内达到的周岁分档',
    cites: [{ doc: '浙江省实施《中华人民共和国老年人权益保障法》办法', article: '27' }],
    tests: ['E38a', 'E38b', 'OL01', 'OL02', 'OL03', 'OL04', 'OL05', 'OL06'],
  },
} as const satisfies Rules;

export type OldRuleId = keyof typeof oldRules;
