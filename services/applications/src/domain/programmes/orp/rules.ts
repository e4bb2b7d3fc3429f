import type { Rules } from '@minzheng/rules';

const DOC = '国办发〔2010〕54号';

export const orpRules = {
  'CH-1': {
    title: '父母双亡或者查找不到父母的未成年人',
    cites: [{ doc: DOC }],
    tests: ['E33b', 'OR01', 'OR02', 'OR03'],
  },
  'CH-5': { title: '与其他保障补差发放', cites: [{ doc: '民发〔2019〕62号' }], tests: ['E33b', 'OR04', 'OR05'] },
} as const satisfies Rules;

export type OrpRuleId = keyof typeof orpRules;
