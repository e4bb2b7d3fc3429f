import type { Rules } from '@minzheng/rules';

const ACT = '社会救助暂行办法（国务院令第649号）';
const PROVINCE = '浙江省社会救助条例';
const PROCEDURE = '最低生活保障审核确认办法（民发〔2021〕57号）';

export const dbRules = {
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
  'DB-3': {
    title: '分类施保，每人就高一项',
    cites: [
      { doc: ACT, article: '12' },
      { doc: PROCEDURE, article: '27' },
    ],
    tests: ['E10', 'S11', 'S12', 'S13', 'S14', 'S15'],
  },
  'DB-4': {
    title: '自作出确认决定的次月起发放',
    cites: [
      { doc: PROCEDURE, article: '21' },
      { doc: PROVINCE, article: '56' },
    ],
    tests: ['E01', 'P01'],
  },
  'DB-8': {
    title: '连续三次拒绝接受适当工作的，停发本人份额',
    cites: [
      { doc: PROCEDURE, article: '34' },
      { doc: PROVINCE, article: '36' },
    ],
    tests: ['E19', 'S16', 'S17'],
  },
  'DB-9': { title: '就业后渐退，按原额继续发放', cites: [{ doc: '民发〔2022〕83号' }], tests: ['E18', 'S23', 'S24'] },
} as const satisfies Rules;

export type DbRuleId = keyof typeof dbRules;
