import { instant } from '@minzheng/types';
import { Clock } from '../../src/demo/clock.ts';
import type { WholePlatform } from '../whole-platform.ts';
import type { Operation } from './operations.ts';
import { licensed, Visitors, type Who } from './visitors.ts';

/** Records of the demonstration that stand behind the paths. */
interface Ids {
  readonly application: string;
  readonly emergency: string;
  readonly person: string;
  readonly relatives: readonly string[];
  readonly payment: string;
  readonly payRun: string;
  readonly recovery: string;
  readonly veteran: string;
  readonly allowance: string;
  readonly message: string;
  readonly grant: string;
  readonly subscription: string;
}

/** The demonstration after its quarter, and everybody who will try a door of it. */
export class World extends Visitors {
  readonly ids: Ids;

  private constructor({ platform, accounts }: Visitors, ids: Ids) {
    super(platform, accounts);
    this.ids = ids;
  }

  static async open(platform: WholePlatform): Promise<World> {
    const visitors = await Visitors.invite(platform);
    await license(visitors);
    return new World(visitors, await recordsOf(visitors));
  }
}

/** By the course that the demonstration has announced. */
async function license(visitors: Visitors): Promise<void> {
  const completedOn = instant.civilDate(await new Clock(visitors.platform.file().gatewayUrl).known());
  for (const staffNo of licensed) {
    await visitors.done('trainer-1', 'POST', '/staff', { staffNo, unit: '样例', divisionCode: '330302' });
    await visitors.done('trainer-1', 'POST', '/courses/DECIDE-YEAR/enrolments', { staffNo });
    const path = `/courses/DECIDE-YEAR/enrolments/${staffNo}/result`;
    await visitors.done('trainer-1', 'POST', path, { score: 90, completedOn });
  }
}

async function recordsOf(visitors: Visitors): Promise<Ids> {
  const id = async (who: Who, path: string, name: string): Promise<string> =>
    (await visitors.first(who, path))[name] ?? '';
  const application = await id('resident-e06', '/applications', 'applicationId');
  const emergency = await id('resident-e02', '/emergencies', 'applicationId');
  const personsOf = async (who: Who, path: string): Promise<string[]> => {
    const { body } = await visitors.ask(who, { method: 'GET', path: `/api/v1${path}` });
    return (body['members'] as { personId: string }[]).map(({ personId }) => personId);
  };
  const person = visitors.accounts['resident-e06']?.personId ?? '';
  return {
    application,
    emergency,
    person,
    relatives: [
      ...(await personsOf('resident-e06', `/applications/${application}`)),
      ...(await personsOf('resident-e02', `/emergencies/${emergency}`)),
    ],
    payment: await returnedPayment(visitors),
    payRun: await id('finance-maker-1', '/pay-runs', 'payRunId'),
    recovery: await id('finance-maker-1', '/recoveries', 'recoveryId'),
    veteran: await id('veterans-officer-1', '/veterans', 'veteranId'),
    allowance: await id('veterans-officer-1', '/allowances', 'allowanceId'),
    message: await id('resident-e06', '/messages/me', 'messageId'),
    grant: await id('agency-desk-1', '/grants', 'grantId'),
    subscription: await id('agency-engineer-1', '/subscriptions', 'subscriptionId'),
  };
}

/** One that the bank has given back, so that another may take its place. */
async function returnedPayment(visitors: Visitors): Promise<string> {
  const personId = visitors.accounts['resident-e01']?.personId ?? '';
  const { body } = await visitors.ask('finance-maker-1', {
    method: 'GET',
    path: `/api/v1/payments?personId=${personId}`,
  });
  const items = body['items'] as { paymentId: string; status: string }[];
  return items.find(({ status }) => status === 'returned')?.paymentId ?? '';
}

/** The path with what it names filled in. */
export const pathOf = ({ path }: Operation, params: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'x-1');
