import type { HouseholdFacts } from './facts.ts';
import type { IncomeItem, Obligor, RigidItem, Story } from './story.ts';

/** What the means test reads of a household, whoever has told it. */
export interface Means {
  /** 共同生活家庭成员 that count (HH-1, HH-2). */
  readonly n: number;
  readonly income: readonly IncomeItem[];
  readonly rigid: readonly RigidItem[];
  readonly obligors: readonly Obligor[];
  readonly financialFen: number;
  readonly vehicles: number;
  readonly dwellings: number;
}

/** HH-2: who is away does not count. */
export const countedMembers = ({ members }: Story): Story['members'] => members.filter(({ away }) => away === 'no');

/** The means of the whole story; each is read only when a rule asks for it. */
export function meansOfStory(story: Story): Means {
  return {
    get n() {
      return countedMembers(story).length;
    },
    get income() {
      return story.income;
    },
    get rigid() {
      return story.rigid;
    },
    get obligors() {
      return story.obligors;
    },
    get financialFen() {
      return story.financialFen;
    },
    get vehicles() {
      return story.vehicles;
    },
    get dwellings() {
      return story.dwellings;
    },
  };
}

/** The means of a case: its form asks for no obligors and no receipts yet. */
export function meansOfCase(facts: HouseholdFacts): Means {
  return {
    get n() {
      return facts.n;
    },
    get income() {
      return itemsOf(facts);
    },
    rigid: [],
    obligors: [],
    get financialFen() {
      return facts.financialFen;
    },
    get vehicles() {
      return facts.vehicles;
    },
    get dwellings() {
      return facts.dwellings;
    },
  };
}

function itemsOf({ wages, pensions, otherMonthsFen }: HouseholdFacts): IncomeItem[] {
  return [
    ...wages.map(({ personId, monthsFen }) => ({ memberId: personId, kind: 'WAGE' as const, monthsFen })),
    ...pensions.map(({ personId, ...months }) => ({ memberId: personId, kind: 'TRANSFER' as const, ...months })),
    { memberId: 'household', kind: 'TRANSFER', monthsFen: otherMonthsFen },
  ];
}
