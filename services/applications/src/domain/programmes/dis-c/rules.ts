import type { Rules } from '@minzheng/rules';

const DOC = '国发〔2015〕52号';

export const disCRules = {
  'DIS-2': {
    title: '重度残疾人护理补贴对象',
    cites: [{ doc: DOC }],
    tests: ['E31', 'E35b', 'E35c', 'DC01', 'DC02', 'DC03'],
  },
  'DIS-3': { title: '自申请之月起发放', cites: [{ doc: DOC }], tests: ['E34'] },
  'DIS-5': { title: '不得与特困护理、工伤护理费重复享受', cites: [{ doc: DOC }], tests: ['E32b', 'DC04'] },
} as const satisfies Rules;

export type DisCRuleId = keyof typeof disCRules;
