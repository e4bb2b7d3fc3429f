/** One rule of DOMAIN §4: what it is called, the law it rests on, and the rows of the test table that prove it. */
interface Rule {
  readonly title: string;
  readonly cites: readonly { readonly doc: string; readonly article?: string }[];
  readonly tests: readonly string[];
}

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
  'VET-5': {
    title: '残疾军人护理费',
    cites: [{ doc: REGULATIONS, article: '34' }],
    tests: ['V4a', 'V4b', 'V4c', 'V4d', 'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09'],
  },
  'VET-10': {
    title: '按服役年限发给定期生活补助',
    cites: [{ doc: REGULATIONS, article: '62' }],
    tests: ['V7', 'R05', 'R06', 'R07', 'R08'],
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
