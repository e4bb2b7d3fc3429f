import type { Rules } from '@minzheng/rules';

const DOC = '刚性支出困难家庭认定办法';

export const rxRules = {
  'RX-1': {
    title: '不属于其他救助对象，人均收入低于当地上年人均可支配收入',
    cites: [{ doc: DOC, article: '4', from: '2025-01-01' }],
    tests: ['E28', 'RX01', 'RX02', 'RX03'],
  },
  'RX-2': {
    title: '刚性支出超过家庭总收入的规定比例',
    cites: [
      { doc: DOC, article: '4', from: '2025-01-01' },
      { doc: DOC, article: '5', from: '2025-01-01' },
    ],
    tests: ['E28', 'E29', 'RX04'],
  },
  'RX-3': { title: '认定有效期', cites: [{ doc: DOC, article: '10', from: '2025-01-01' }], tests: ['E28'] },
} as const satisfies Rules;

export type RxRuleId = keyof typeof rxRules;
