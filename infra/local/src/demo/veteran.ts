import { type Api, until } from './api.ts';

/** A rural soldier whose facts are those of the worked example V7; belongs to nobody. */
export const veteran = {
  example: 'V7',
  account: 'resident-v7',
  residentId: '330302196505019018',
  name: '样例丁',
  mobile: '13800000104',
  accountNumber: '6217000000000000145',
  facts: {
    category: 'V09',
    bornOn: '1965-05-01',
    isRural: true,
    enlistedOn: '1984-10-01',
    dischargedOn: '1987-05-01',
  },
} as const;

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
export async function awardAllowance(api: Api, personId: string): Promise<AllowanceView> {
  const known = await firstOf<Registered>(api, `/veterans?personId=${personId}`);
  const entered = known ?? (await enter(api, personId));
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
      'demo-propose-v7',
    ));
  if (proposed.status !== 'proposed') return proposed;
  const approve = `/allowances/${proposed.allowanceId}/approve`;
  return api.command<AllowanceView>(second, 'POST', approve, {}, `demo-${proposed.allowanceId}-approve`);
}

/** The register learns of a person by an event of people. */
function enter(api: Api, personId: string): Promise<Registered> {
  const body = { personId, divisionCode: street, facts: veteran.facts };
  return until('the veteran’s person to be known', () =>
    api.command<Registered>(first, 'POST', '/veterans', body, 'demo-register-v7').catch((error: unknown) => {
      if ((error as { code?: string }).code === 'veteran.person-not-resolved') return undefined;
      throw error;
    }),
  );
}

async function firstOf<T>(api: Api, path: string): Promise<T | undefined> {
  return (await api.get<{ items: readonly T[] }>(first, path)).items[0];
}
