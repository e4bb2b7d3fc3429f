/** What a household lives on; what is left out is nothing. Amounts in fen a month, oldest month first where there are twelve. */
export interface Livelihood {
  /** By member, applicant first: the same every month, or twelve of them. */
  readonly wages?: readonly (number | readonly number[])[];
  /** By member: the pension, and the central basic pension within it. */
  readonly pensions?: readonly { readonly monthly: number; readonly basic: number }[];
  readonly other?: number;
  readonly financial?: number;
  readonly vehicles?: number;
}

/** What happens to a case beside its usual way. */
export type Turn =
  /** 补正: papers are missing, and brought the next day. */
  | 'papers-missing'
  /** 视为受理: nobody says in time that anything is missing. */
  | 'nobody-accepts'
  /** 异议成立: somebody objects to the notice, and is right. */
  | 'objection-upheld';

/** One household of the demonstration: who they are, what they declare, and what the street officer will find. */
export interface DemoHousehold {
  /** The worked example of the domain document whose facts these are; D1 is our own. */
  readonly example: string;
  /** The demo account of the applicant, who is member 0. */
  readonly account: string;
  readonly members: readonly { residentId: string; name: string; relation: 'self' | 'spouse' | 'child' }[];
  readonly means: Livelihood;
  /** What the survey after an objection finds. */
  readonly found?: Livelihood;
  readonly mobile: string;
  readonly accountNumber: string;
  readonly opinion: 'positive' | 'negative';
  readonly turn?: Turn;
}

const relations = ['self', 'spouse', 'child'] as const;

function household(
  example: string,
  [name, ...residentIds]: readonly [string, ...string[]],
  rest: Pick<DemoHousehold, 'mobile' | 'accountNumber' | 'means' | 'opinion'> & Partial<DemoHousehold>,
): DemoHousehold {
  const names = [name, `${name}妻`, `${name}子`];
  const members = residentIds.map((residentId, index) => ({
    residentId,
    name: names[index] ?? name,
    relation: relations[index] ?? 'child',
  }));
  return { example, account: `resident-${example.toLowerCase()}`, members, ...rest };
}

const halfAYear = [500_000, 500_000, 500_000, 500_000, 500_000, 500_000, 0, 0, 0, 0, 0, 0];

/** Identifiers are valid in form and belong to nobody; the facts are those of the worked examples (DOMAIN §12). */
export const e01 = household('E01', ['样例甲', '330302198506124011', '330302198709234026', '330302201203044019'], {
  means: { wages: [250_000] },
  mobile: '13800000101',
  accountNumber: '6217000000000000111',
  opinion: 'positive',
});

/** Above the line for 低保, below that for 低边; a fire follows. */
export const e02 = household('E02', ['样例乙', '330302198101174037', '330302198308084047', '33030220100521403X'], {
  means: { wages: [400_000] },
  mobile: '13800000102',
  accountNumber: '6217000000000000129',
  opinion: 'negative',
});

/** An officer of the street is a near relative. */
export const e06 = household('E06', ['样例庚', '330302197209094106', '330302197402284104'], {
  means: { other: 60_000 },
  mobile: '13800000107',
  accountNumber: '6217000000000000186',
  opinion: 'positive',
});

/** Lives alone, and dies before the death is known: one month too many has been paid. */
export const d1 = household('D1', ['样例寅', '330302195804044163'], {
  means: {},
  mobile: '13800000112',
  accountNumber: '6217000000000000236',
  opinion: 'positive',
});

/** Those who apply on the first morning, in the order in which they come. */
export const households: readonly DemoHousehold[] = [
  e01,
  e02,
  household('E08', ['样例丙', '330302197904304056', '33030219800214406X'], {
    means: { vehicles: 1 },
    mobile: '13800000103',
    accountNumber: '6217000000000000137',
    opinion: 'negative',
  }),
  household('E03', ['样例戊', '330302195607184087', '330302195803024080'], {
    means: { other: 220_000 },
    mobile: '13800000105',
    accountNumber: '6217000000000000160',
    opinion: 'negative',
  }),
  household('E04', ['样例己', '330302194901154095', '330302195111204099'], {
    means: {
      pensions: [
        { monthly: 40_000, basic: 14_300 },
        { monthly: 40_000, basic: 14_300 },
      ],
    },
    mobile: '13800000106',
    accountNumber: '6217000000000000178',
    opinion: 'positive',
    turn: 'papers-missing',
  }),
  e06,
  household('E07', ['样例辛', '330302198304054115', '330302198508164113'], {
    means: { other: 100_000, financial: 6_000_000 },
    mobile: '13800000108',
    accountNumber: '6217000000000000194',
    opinion: 'negative',
  }),
  household('E09', ['样例壬', '330302198601174121', '33030219880923412X', '330302201306114120'], {
    means: { other: 123_456 },
    found: { other: 123_456, vehicles: 1 },
    mobile: '13800000109',
    accountNumber: '6217000000000000202',
    opinion: 'positive',
    turn: 'objection-upheld',
  }),
  household('X01', ['样例癸', '330302197903034138', '330302198105124133', '330302200807194136'], {
    means: { wages: [127_980, 61_725], other: 36 },
    mobile: '13800000110',
    accountNumber: '6217000000000000210',
    opinion: 'positive',
    turn: 'nobody-accepts',
  }),
  household('X04', ['样例丑', '330302198409094156', '33030219861010415X', '330302201108154156'], {
    means: { wages: [halfAYear] },
    mobile: '13800000111',
    accountNumber: '6217000000000000228',
    opinion: 'positive',
  }),
  d1,
];

/** Comes in November, when the licence of whoever decides has lapsed. */
export const latecomer = household('X03', ['样例子', '330302196901014147', '330302197002024143'], {
  means: { financial: 5_280_000 },
  mobile: '13800000113',
  accountNumber: '6217000000000000244',
  opinion: 'positive',
});
