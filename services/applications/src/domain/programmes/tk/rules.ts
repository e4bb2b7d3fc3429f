import type { Rules } from '@minzheng/rules';

const DOC = '特困人员认定办法（民发〔2021〕43号）';

export const tkRules = {
  'TK-2': {
    title: '无劳动能力',
    cites: [{ doc: DOC, article: '5' }],
    tests: ['E21', 'TK01', 'TK02', 'TK03', 'TK04', 'TK05'],
  },
  'TK-3': { title: '无生活来源', cites: [{ doc: DOC, article: '6' }], tests: ['E23a', 'E23b', 'TK06', 'TK07'] },
  'TK-4': {
    title: '无法定义务人或者法定义务人无履行义务能力',
    cites: [{ doc: DOC, article: '8' }],
    tests: ['E24a', 'E24b', 'TK08', 'TK09', 'TK10', 'TK11', 'TK12', 'TK13', 'TK25', 'TK32', 'TK33'],
  },
  'TK-5': {
    title: '基本生活标准与照料护理标准',
    cites: [{ doc: DOC, article: '22' }],
    tests: ['E21', 'E22a', 'E22b', 'E22c', 'TK14'],
  },
  'TK-6': {
    title: '未成年特困人员：继续供养，或者选择孤儿、事实无人抚养儿童保障',
    cites: [
      { doc: DOC, article: '9' },
      { doc: DOC, article: '24' },
    ],
    tests: ['TK15', 'TK16', 'TK17', 'TK18'],
  },
} as const satisfies Rules;

export type TkRuleId = keyof typeof tkRules;
