import type { Rules } from '@minzheng/rules';

const DOC = '国发〔2015〕52号';

export const disLRules = {
  'DIS-1': {
    title: '困难残疾人生活补贴对象',
    cites: [{ doc: DOC }, { doc: '国办发〔2023〕39号' }],
    tests: ['E31', 'E35a', 'DL01', 'DL02'],
  },
  'DIS-3': { title: '自申请之月起发放', cites: [{ doc: DOC }], tests: ['E34'] },
  'DIS-5': {
    title: '不得与特困、孤儿、事实无人抚养儿童保障重复享受',
    cites: [{ doc: DOC }],
    tests: ['E32a', 'E33a', 'DL03'],
  },
} as const satisfies Rules;

export type DisLRuleId = keyof typeof disLRules;
