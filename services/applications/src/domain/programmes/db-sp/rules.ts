import type { Rules } from '@minzheng/rules';

const PROCEDURE = '最低生活保障审核确认办法（民发〔2021〕57号）';
const POLICY = '民发〔2022〕83号';

export const dbSpRules = {
  'SP-1': {
    title: '低边家庭中的重度残疾人或三级智力、精神残疾人',
    cites: [{ doc: PROCEDURE, article: '8' }],
    tests: ['E11', 'E12', 'E13', 'SP01', 'SP02', 'SP09'],
  },
  'SP-2': { title: '低边家庭中的重特大疾病患者', cites: [{ doc: PROCEDURE, article: '8' }], tests: ['SP03', 'SP04'] },
  'SP-3': { title: '脱离家庭三年以上的宗教教职人员', cites: [{ doc: PROCEDURE, article: '8' }], tests: ['SP05'] },
  'SP-4': { title: '成年无业重度残疾人参照单人户', cites: [{ doc: POLICY }], tests: ['E14', 'SP06', 'SP07', 'SP08'] },
  'SP-5': { title: '按本人收入补差', cites: [{ doc: PROCEDURE, article: '8' }], tests: ['E11', 'E13', 'SP10', 'SP11'] },
} as const satisfies Rules;

export type DbSpRuleId = keyof typeof dbSpRules;
