import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { refuse } from '@minzheng/types';
import type { AgencyCode, Caller, Decision, SubscriptionId } from '@minzheng/types';
import type { Stores } from '../adapters/stores.ts';
import type { Subscription } from '../domain/subscription.ts';

/** The agency that a token speaks for. Throws Refused for one that names none. */
export function agencyOf({ agency }: Caller): AgencyCode {
  if (agency === undefined) throw new Refused({ code: 'auth.role-not-allowed' });
  return agency;
}

/** What a list is narrowed to: the desk sees every agency, an agency itself alone. */
export function ofAgency(caller: Caller, asked?: AgencyCode): { agency?: AgencyCode } {
  if (!caller.roles.includes('agency-desk')) return { agency: agencyOf(caller) };
  return asked === undefined ? {} : { agency: asked };
}

/** The subscription, if the caller may see it; another agency's is as good as not there. Throws Refused. */
export async function visibleSubscription(
  { subscriptions }: Stores,
  caller: Caller,
  id: SubscriptionId,
): Promise<Subscription> {
  const subscription = await subscriptions.find('system', id);
  const { agency = subscription?.agency } = ofAgency(caller);
  if (subscription === undefined || subscription.agency !== agency) {
    throw new Refused({ code: 'subscription.not-found' });
  }
  return subscription;
}

/** Decides on a subscription of the caller's own agency. Throws Refused. */
export function onOwnSubscription(
  tx: Transaction,
  { subscriptions }: Stores,
  caller: Caller,
  id: SubscriptionId,
  decide: (subscription: Subscription) => Decision<Subscription>,
): Promise<Subscription> {
  const agency = agencyOf(caller);
  const own = (state: Subscription | undefined): Decision<Subscription> =>
    state?.agency === agency ? decide(state) : refuse('subscription.not-found');
  return tx.apply(subscriptions, id, own, { cause: { viewer: 'system' } });
}
