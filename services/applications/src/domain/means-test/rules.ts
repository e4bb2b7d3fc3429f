import type { Part, Rules } from '@minzheng/rules';
import type { Story } from './story.ts';

const PROVINCE = '浙江省社会救助条例';
const PROCEDURE = '最低生活保障审核确认办法（民发〔2021〕57号）';

/** Every rule the means test knows. Code carries only the id: a rule that does not stand here does not compile. */
export const meansRules = {
  'CHK-1': { title: '每位成年成员签署核对授权书', cites: [{ doc: PROCEDURE }], tests: ['S01'] },
  'HH-1': { title: '共同生活家庭成员', cites: [{ doc: PROCEDURE, article: '7' }], tests: ['S02'] },
  'HH-2': { title: '不计入共同生活家庭成员的人员', cites: [{ doc: PROCEDURE, article: '7' }], tests: ['S02', 'S03'] },
  'INC-1': { title: '家庭收入', cites: [{ doc: PROCEDURE, article: '13' }], tests: ['X01', 'E06'] },
  'INC-2': { title: '不计入家庭收入的项目', cites: [{ doc: PROCEDURE, article: '13' }], tests: ['E04', 'I01'] },
  'INC-3': {
    title: '“十四五”期间中央基础养老金不计入',
    cites: [{ doc: PROCEDURE, article: '13' }],
    tests: ['E04', 'E05', 'I02', 'I03'],
  },
  'INC-4': {
    title: '必要就业成本扣减',
    cites: [{ doc: PROCEDURE, article: '13' }],
    tests: ['E01', 'E02', 'X01', 'X04', 'I04', 'I05'],
  },
  'AST-1': { title: '金融资产限额', cites: [{ doc: PROCEDURE, article: '14' }], tests: ['E07', 'X03', 'A01'] },
  'AST-2': { title: '机动车辆', cites: [{ doc: PROCEDURE, article: '14' }], tests: ['E08'] },
  'AST-3': { title: '住房套数', cites: [{ doc: PROCEDURE, article: '14' }], tests: ['A02', 'A03'] },
  'INC-5': { title: '残疾、重病刚性支出扣减', cites: [{ doc: PROCEDURE, article: '13' }], tests: ['S04', 'S05'] },
  'INC-6': {
    title: '赡养、抚养、扶养费',
    cites: [{ doc: PROCEDURE, article: '13' }],
    tests: ['E15', 'E16', 'S06', 'S07', 'S08'],
  },
  'INC-7': { title: '就业收入豁免', cites: [{ doc: PROVINCE, article: '50' }], tests: ['E17', 'S09', 'S10'] },
} as const satisfies Rules;

export type MeansRuleId = keyof typeof meansRules;

/** CHK-1: nothing is looked up, and nothing decided, without it. */
export const authorised = (story: Story): Part<MeansRuleId> => ['CHK-1', () => story.isCheckAuthorised];
