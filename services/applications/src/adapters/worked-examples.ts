import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { LocalDate, ProgrammeCode } from '@minzheng/types';
import { parse } from 'yaml';
import { Story } from '../domain/means-test/story.ts';

type Given = Readonly<Record<string, unknown>>;

interface IncomeRow extends Given {
  readonly of?: string;
  readonly monthly?: number;
  readonly months?: readonly number[];
  readonly basic?: number;
}

interface Row {
  readonly id: string;
  readonly why: string;
  readonly on?: LocalDate;
  readonly knownAt?: LocalDate;
  /** Where the first month that is due is asked for. */
  readonly appliedOn?: LocalDate;
  /** So many healthy adults under seventy; or each member by what differs from one. */
  readonly n?: number;
  readonly members?: readonly Given[];
  readonly about?: string;
  readonly holds?: readonly ProgrammeCode[];
  readonly income?: readonly IncomeRow[];
  readonly obligors?: readonly Given[];
  readonly story?: Given;
  readonly overlay?: Readonly<Record<string, number>>;
  readonly want: Given;
}

/** One row of a programme's table.yaml, its story spelt out in full. */
export interface StoryCase extends Pick<Row, 'id' | 'why' | 'appliedOn' | 'overlay' | 'want'> {
  readonly on: LocalDate;
  readonly knownAt: LocalDate;
  readonly about: string;
  readonly holds: ReadonlySet<ProgrammeCode>;
  readonly story: Story;
}

const folder = new URL('../domain/programmes/', import.meta.url);
const december = '2025-12-01' as LocalDate;

const parent = {
  fate: 'present',
  disability: 'none',
  isSeverelyIll: false,
  custody: 'none',
  custodyMonths: 0,
  outOfContactMonths: 0,
  isGuardianshipRevoked: false,
  isDeported: false,
};

const adult = {
  bornOn: '1985-06-15',
  away: 'no',
  disability: 'none',
  isSeverelyIll: false,
  isUnemployed: false,
  hasRefusedWork: false,
  study: 'none',
  failedAdls: 0,
  needsLongTermCare: false,
  hasWorkInjuryNursing: false,
  careGrade: 'able',
  isRegisteredHere: true,
  isInInstitution: false,
  receives: [],
};

const obligor = {
  relation: 'child',
  bornOn: '1980-03-01',
  disability: 'none',
  incapacity: 'none',
  receives: 'none',
  householdSize: 3,
  monthlyIncomeFen: 0,
  hasLowAssets: false,
  supports: ['m1'],
  supportsOthers: 0,
};

const everyMonth = (amount: number): number[] => Array.from({ length: 12 }, () => amount);

const incomeOf = ({ of = 'm1', monthly = 0, months, basic, ...rest }: IncomeRow): Given => ({
  memberId: of,
  kind: 'TRANSFER',
  monthsFen: months ?? everyMonth(monthly),
  ...(basic !== undefined && { basicMonthsFen: everyMonth(basic) }),
  ...rest,
});

function memberOf({ parents, ...given }: Given, index: number): Given {
  const both = (parents ?? [{}, {}]) as readonly Given[];
  return { memberId: `m${index + 1}`, ...adult, ...given, parents: both.map((one) => ({ ...parent, ...one })) };
}

/** The story of a row; a row of the wrong shape fails its test, not a rule. */
export function storyOf({ n = 1, members, income = [], obligors = [], story = {} }: Partial<Row>): Story {
  return Story.parse({
    members: (members ?? Array.from({ length: n }, () => ({}))).map(memberOf),
    isCheckAuthorised: true,
    income: income.map(incomeOf),
    rigid: [],
    financialFen: 0,
    vehicles: 0,
    dwellings: 1,
    obligors: obligors.map((given) => ({ ...obligor, ...given })),
    emergency: 'none',
    pastRelief: { grants: 0, isSameCause: false },
    ...story,
  });
}

const caseOf = (row: Row): StoryCase => ({
  ...row,
  on: row.on ?? december,
  knownAt: row.knownAt ?? row.on ?? december,
  about: row.about ?? 'm1',
  holds: new Set(row.holds),
  story: storyOf(row),
});

/** The rows of every programme that has a table in its folder: what proves its rules, and the worked examples of the contract. */
export const readStoryTables = (): ReadonlyMap<ProgrammeCode, readonly StoryCase[]> =>
  new Map(
    readdirSync(folder)
      .map((name) => new URL(`${name}/table.yaml`, folder))
      .filter((url) => existsSync(url))
      .map((url) => parse(readFileSync(url, 'utf8')) as { programme: ProgrammeCode; cases: Row[] })
      .map(({ programme, cases }) => [programme, cases.map(caseOf)]),
  );

/** A row of DOMAIN §12 as somebody asks it: what a person holds is told as what they receive already. */
export const askedBy = ({ story, holds }: StoryCase): Story => ({
  ...story,
  members: story.members.map((member) => ({ ...member, receives: [...member.receives, ...holdsOf(holds)] })),
});

const holdsOf = (holds: ReadonlySet<ProgrammeCode>): ProgrammeCode[] => [...holds];

/** The rows that are DOMAIN's own; others may hold what a story as a whole never comes to. */
export const isWorkedExample = ({ id, overlay }: StoryCase): boolean =>
  /^(?:E\d|X0[1-4]$)/.test(id) && overlay === undefined;
