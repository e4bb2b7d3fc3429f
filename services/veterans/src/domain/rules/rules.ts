import type { Rules } from '@minzheng/rules';

const REGULATIONS = '军人抚恤优待条例';

/** Every rule this service knows; a category's own code names who belongs to it (DOMAIN §4.1). */
export const rules = {
  V01: {
    title: '残疾军人：因战、因公一级至十级，因病一级至六级',
    cites: [
      { doc: REGULATIONS, article: '27' },
      { doc: REGULATIONS, article: '31' },
    ],
    tests: ['V4a', 'V5', 'C01', 'C02', 'C03'],
  },
  V09: {
    title: '年满60周岁农村籍退役士兵',
    cites: [{ doc: REGULATIONS, article: '62' }],
    tests: ['V7', 'C04', 'R01', 'R02', 'R03', 'R04'],
  },
  'VET-1': {
    title: '遗属定期抚恤金的条件',
    cites: [{ doc: REGULATIONS, article: '19' }],
    tests: ['S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10', 'S11', 'S12', 'S13'],
  },
  'VET-2': { title: '烈士褒扬金', cites: [{ doc: '烈士褒扬条例' }], tests: ['V1a'] },
  'VET-3': {
    title: '一次性抚恤金',
    cites: [{ doc: REGULATIONS, article: '15' }],
    tests: ['V1b', 'V3', 'L01', 'L02'],
  },
  'VET-4': {
    title: '荣誉和立功增发，就高一项',
    cites: [
      { doc: REGULATIONS, article: '16' },
      { doc: '退役军人安置条例', article: '22' },
    ],
    tests: ['V2', 'H01', 'H02', 'H03', 'H04', 'H05', 'D01', 'D02', 'D03', 'D04'],
  },
  'VET-5': {
    title: '残疾军人护理费',
    cites: [{ doc: REGULATIONS, article: '34' }],
    tests: ['V4a', 'V4b', 'V4c', 'V4d', 'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09'],
  },
  'VET-6': {
    title: '死亡后增发的丧葬补助',
    cites: [
      { doc: REGULATIONS, article: '22' },
      { doc: REGULATIONS, article: '32' },
      { doc: REGULATIONS, article: '62' },
    ],
    tests: ['V6a', 'V6b', 'F01', 'F02', 'F03'],
  },
  'VET-7': {
    title: '转入接续、调整等级的期限',
    cites: [
      { doc: REGULATIONS, article: '29' },
      { doc: REGULATIONS, article: '30' },
    ],
    tests: ['V8', 'G01', 'G02'],
  },
  'VET-8': {
    title: '抚恤优待的中止和取消，由省级机关决定',
    cites: [{ doc: REGULATIONS, article: '59' }],
    tests: ['P01', 'P02', 'P03', 'P04'],
  },
  'VET-9': { title: '年度确认', cites: [{ doc: REGULATIONS, article: '8' }], tests: ['K01'] },
  'VET-10': {
    title: '按服役年限发给定期生活补助',
    cites: [{ doc: REGULATIONS, article: '62' }],
    tests: ['V7', 'R05', 'R06', 'R07', 'R08'],
  },
  'VET-13': { title: '自主就业退役士兵报到', cites: [{ doc: '退役军人安置条例' }], tests: ['R09', 'R10', 'R11'] },
} as const satisfies Rules;

export type RuleId = keyof typeof rules;
