import type { Rules } from '@minzheng/rules';

const RELIEF_PROCEDURE = '民发〔2018〕23号';

export const tlERules = {
  'TL-1': {
    title: '急难情形',
    cites: [{ doc: '国发〔2014〕47号' }, { doc: '国办发〔2023〕39号' }],
    tests: ['E25', 'T01'],
  },
  'TL-3': {
    title: '救助金额与上限',
    cites: [{ doc: '浙江省社会救助条例', article: '39' }],
    tests: ['E25', 'E26', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07'],
  },
  'TL-4': {
    title: '街道（镇）审批限额',
    cites: [{ doc: RELIEF_PROCEDURE }],
    tests: ['E25', 'E26', 'T03', 'T08', 'T09', 'T10'],
  },
} as const satisfies Rules;

export type TlERuleId = keyof typeof tlERules;
