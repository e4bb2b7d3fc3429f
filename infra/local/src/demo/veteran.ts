import { type Api, until } from './api.ts';

/** Whoever is entered in the register of veterans. */
export interface DemoVeteran {
  /** The worked example of the domain document whose facts these are. */
  readonly example: string;
  readonly account: string;
  readonly residentId: string;
  readonly name: string;
  readonly mobile: string;
  readonly accountNumber: string;
  readonly programme: 'VET_LIVING' | 'VET_NURSING';
  readonly facts: object;
}

/** A rural soldier of sixty, and one disabled on duty in the second grade; identifiers belong to nobody. */
export const veterans: readonly DemoVeteran[] = [
  {
    example: 'V7',
    account: 'resident-v7',
    residentId: '330302196505019018',
    name: '样例丁',
    mobile: '13800000104',
    accountNumber: '6217000000000000145',
    programme: 'VET_LIVING',
    facts: {
      category: 'V09',
      bornOn: '1965-05-01',
      isRural: true,
      enlistedOn: '1984-10-01',
      dischargedOn: '1987-05-01',
    },
  },
  {
    example: 'V4',
    account: 'resident-v4',
    residentId: '330302196006064172',
    name: '样例卯',
    mobile: '13800000114',
    accountNumber: '6217000000000000251',
    programme: 'VET_NURSING',
    facts: { category: 'V01', nature: 'duty', grade: 2, isMental: false, isInVeteransHospital: false },
  },
];

/** What the demonstration reads of an allowance. */
export interface AllowanceView {
  readonly allowanceId: string;
  readonly programme: string;
  readonly status: string;
  readonly award: { readonly monthlyFen: number; readonly ruleIds: readonly string[]; readonly sample: boolean };
}

const [first, second] = ['veterans-officer-1', 'veterans-officer-2'] as const;
const street = '330302006';

interface Registered {
  readonly veteranId: string;
  readonly status: string;
}

/** One officer enters and proposes, the other confirms and approves. */
export async function awardAllowance(api: Api, veteran: DemoVeteran, personId: string): Promise<AllowanceView> {
  const known = await firstOf<Registered>(api, `/veterans?personId=${personId}`);
  const entered = known ?? (await enter(api, veteran, personId));
  if (entered.status === 'registered') {
    await api.command(
      second,
      'POST',
      `/veterans/${entered.veteranId}/confirm`,
      {},
      `demo-${entered.veteranId}-confirm`,
    );
  }
  const path = `/allowances?veteranId=${entered.veteranId}`;
  const proposed =
    (await firstOf<AllowanceView>(api, path)) ??
    (await api.command<AllowanceView>(
      first,
      'POST',
      '/allowances',
      { veteranId: entered.veteranId },
      `demo-propose-${entered.veteranId}`,
    ));
  if (proposed.status !== 'proposed') return proposed;
  const approve = `/allowances/${proposed.allowanceId}/approve`;
  return api.command<AllowanceView>(second, 'POST', approve, {}, `demo-${proposed.allowanceId}-approve`);
}

/** The register learns of a person by an event of people. */
function enter(api: Api, { facts, example }: DemoVeteran, personId: string): Promise<Registered> {
  const body = { personId, divisionCode: street, facts };
  return until('the veteran’s person to be known', () =>
    api.command<Registered>(first, 'POST', '/veterans', body, `demo-register-${example}`).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'veteran.person-not-resolved') return undefined;
      throw error;
    }),
  );
}

async function firstOf<T>(api: Api, path: string): Promise<T | undefined> {
  return (await api.get<{ items: readonly T[] }>(first, path)).items[0];
}
