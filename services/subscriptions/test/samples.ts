import { AgencyCode, CaseConfirmed, DivisionCode, instant, PersonId, SubscriptionId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { createDelivery } from '../src/domain/delivery.ts';
import { PublicEvent } from '../src/domain/public-event.ts';
import { Subscription } from '../src/domain/subscription.ts';

export const at = instant.of(1_795_500_000_000);
export const pausesS = [0, 5, 60];

export const subscription: Subscription = Subscription.parse({
  id: SubscriptionId.parse('s-1'),
  agency: AgencyCode.parse('medical-insurance'),
  endpoint: 'https://hooks.example.gov.cn/',
  types: [CaseConfirmed.type],
  status: 'active',
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  handshakes: 0,
  createdAt: at,
  changedAt: at,
});

export const personId = PersonId.parse('p-1');

export const publicEvent: PublicEvent = PublicEvent.parse({
  id: 'lane-000000000001',
  lane: 'lane',
  sequence: 1,
  eventId: 'e-1',
  source: 'https://minzheng.org/services/applications',
  type: CaseConfirmed.type,
  subject: 'a-1',
  time: at,
  personId,
  divisionCode: DivisionCode.parse('330302006'),
  data: { decisionId: 'd-1' },
  distributed: false,
});

/** The state of a decision that must be a yes. */
export function yes<S>(decision: Decision<S> | 'ignore'): S {
  if (decision === 'ignore' || !decision.ok) throw new Error('a no');
  return decision.state;
}

export const delivery = yes(createDelivery(subscription, publicEvent, { at, isFirst: true }));
