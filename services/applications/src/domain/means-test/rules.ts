/** One rule of DOMAIN §1: what it is called, the law it rests on, and the rows of the test table that prove it. */
interface Rule {
  readonly title: string;
  readonly cites: readonly { readonly doc: string; readonly article?: string }[];
  readonly tests: readonly string[];
}

const ACT = '社会救助暂行办法（国务院令第649号）';
const PROVINCE = '浙江省社会救助条例';
const PROCEDURE = '最低生活保障审核确认办法（民发〔2021〕57号）';
const MARGINAL = '国办发〔2023〕39号';
const RELIEF = '国发〔2014〕47号';
const RELIEF_PROCEDURE = '民发〔2018〕23号';

/** Every rule the means test knows. Code carries only the id: a rule that does not stand here does not compile. */
export const rules = {
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
  'DB-1': {
    title: '家庭人均收入低于最低生活保障标准',
    cites: [
      { doc: ACT, article: '9' },
      { doc: PROVINCE, article: '8' },
    ],
    tests: ['E02', 'E03', 'X02', 'B01'],
  },
  'DB-2': {
    title: '补差发放，见角进元',
    cites: [
      { doc: ACT, article: '12' },
      { doc: PROCEDURE, article: '23' },
    ],
    tests: ['E01', 'E09', 'X01', 'B01', 'B02'],
  },
  'DB-4': {
    title: '自作出确认决定的次月起发放',
    cites: [
      { doc: PROCEDURE, article: '21' },
      { doc: PROVINCE, article: '56' },
    ],
    tests: ['E01', 'P01'],
  },
  'DBB-1': {
    title: '低边家庭收入线',
    cites: [{ doc: MARGINAL }, { doc: PROVINCE, article: '13' }],
    tests: ['E02', 'H01', 'H02', 'H03', 'M01', 'M02', 'M03'],
  },
  'DBB-2': {
    title: '低边家庭财产',
    cites: [{ doc: PROVINCE, article: '13' }],
    tests: ['E07', 'E08', 'H04', 'H05', 'M04', 'M05'],
  },
  'TL-1': { title: '急难情形', cites: [{ doc: RELIEF }, { doc: MARGINAL }], tests: ['E25', 'T01'] },
  'TL-3': {
    title: '救助金额与上限',
    cites: [{ doc: PROVINCE, article: '39' }],
    tests: ['E25', 'E26', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07'],
  },
  'TL-4': {
    title: '街道（镇）审批限额',
    cites: [{ doc: RELIEF_PROCEDURE }],
    tests: ['E25', 'E26', 'T03', 'T08', 'T09', 'T10'],
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
