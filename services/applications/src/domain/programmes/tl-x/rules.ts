import type { Rules } from '@minzheng/rules';

export const tlXRules = {
  'TL-2': {
    title: '必需支出突然增加，人均收入低于当地上年人均可支配收入',
    cites: [{ doc: '国发〔2014〕47号' }, { doc: '民发〔2018〕23号' }],
    tests: ['E27', 'X05', 'X06'],
  },
  'TL-4': { title: '街道（镇）审批限额', cites: [{ doc: '民发〔2018〕23号' }], tests: ['E27', 'X07'] },
  'TL-6': {
    title: '超出部分分段救助',
    cites: [{ doc: '浙江省社会救助条例', article: '39' }],
    tests: ['E27', 'X08', 'X09', 'X10', 'X11'],
  },
  'TL-7': {
    title: '同一事由十二个月内一次，每年不超过规定次数',
    cites: [{ doc: '民发〔2018〕23号' }],
    tests: ['X12', 'X13', 'X14'],
  },
} as const satisfies Rules;

export type TlXRuleId = keyof typeof tlXRules;
