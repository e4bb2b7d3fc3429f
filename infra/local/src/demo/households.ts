/** One household of the demonstration: who they are, what they declare, and what the street officer will find. */
export interface DemoHousehold {
  /** The worked example of the domain document whose facts these are. */
  readonly example: string;
  /** The demo account of the applicant, who is member 0. */
  readonly account: string;
  readonly members: readonly { residentId: string; name: string; relation: 'self' | 'spouse' | 'child' }[];
  /** The monthly wage of member 0 in fen, the same for twelve months; 0 = nobody earns. */
  readonly monthlyWageFen: number;
  readonly vehicles: number;
  readonly mobile: string;
  readonly accountNumber: string;
  readonly opinion: 'positive' | 'negative';
}

/** Identifiers are valid in form and belong to nobody; the facts are those of the worked examples E01, E02 and E08. */
export const households: readonly DemoHousehold[] = [
  {
    example: 'E01',
    account: 'resident-e01',
    members: [
      { residentId: '330302198506124011', name: '样例甲', relation: 'self' },
      { residentId: '330302198709234026', name: '样例甲妻', relation: 'spouse' },
      { residentId: '330302201203044019', name: '样例甲子', relation: 'child' },
    ],
    monthlyWageFen: 250_000,
    vehicles: 0,
    mobile: '13800000101',
    accountNumber: '6217000000000000111',
    opinion: 'positive',
  },
  {
    example: 'E02',
    account: 'resident-e02',
    members: [
      { residentId: '330302198101174037', name: '样例乙', relation: 'self' },
      { residentId: '330302198308084047', name: '样例乙妻', relation: 'spouse' },
      { residentId: '33030220100521403X', name: '样例乙子', relation: 'child' },
    ],
    monthlyWageFen: 400_000,
    vehicles: 0,
    mobile: '13800000102',
    accountNumber: '6217000000000000129',
    opinion: 'negative',
  },
  {
    example: 'E08',
    account: 'resident-e08',
    members: [
      { residentId: '330302197904304056', name: '样例丙', relation: 'self' },
      { residentId: '33030219800214406X', name: '样例丙妻', relation: 'spouse' },
    ],
    monthlyWageFen: 0,
    vehicles: 1,
    mobile: '13800000103',
    accountNumber: '6217000000000000137',
    opinion: 'negative',
  },
];
