import { decided, Instant, LocalDate, localDate, PersonId, withDeadlines } from '@minzheng/types';
import type { Decided, Decision, LifeEventReceived, Period } from '@minzheng/types';
import { z } from 'zod';
import { openTask } from './desk-task.ts';
import type { DeskTask } from './desk-task.ts';
import { endEntitlement } from './entitlement.ts';
import type { Entitlement } from './entitlement.ts';
import type { Payment, PaymentStatus } from './payment.ts';

/** The deadline that ends what a dead person is owed. */
export const END_AFTER_DEATH = 'death.end-entitlements';

/** 死亡: that a person has died, as another agency has told us. The first notice stands. */
export const Death = z.strictObject({ id: PersonId, diedOn: LocalDate, toldAt: Instant });
export type Death = z.infer<typeof Death>;

/** Everything the person is owed ends at once. */
export function learnOfDeath(personId: PersonId, { data }: LifeEventReceived, at: Instant): Decided<Death> {
  return withDeadlines(decided({ id: personId, diedOn: data.occurredOn, toldAt: at }), [
    { kind: END_AFTER_DEATH, subject: personId, dueAt: at },
  ]);
}

/** PAY-2: the month of the death is due, the next is not. */
export const lastMonthOf = ({ diedOn }: Death): Period => localDate.period(diedOn);

/** PAY-2: whether a month is beyond the last that is due. */
export const isAfterDeath = ({ period }: Pick<Payment, 'period'>, death: Death): boolean => period > lastMonthOf(death);

/** Ends an entitlement with the month of the death; one that has ended later is cut short. */
export function endAtDeath(entitlement: Entitlement, lastMonth: Period): Decision<Entitlement> {
  if (entitlement.status === 'active') return endEntitlement(entitlement, lastMonth);
  const { until = lastMonth } = entitlement;
  return decided({ ...entitlement, until: until < lastMonth ? until : lastMonth });
}

/** Whoever is dead is owed nothing new either: what starts later is ended like the rest. */
export const endWhatStarts = (death: Death, at: Instant): Decided<Death> =>
  withDeadlines(decided(death), [{ kind: END_AFTER_DEATH, subject: death.id, dueAt: at }]);

/** Money that has gone out or is on its way. */
export const OUT_OR_ON_ITS_WAY: readonly PaymentStatus[] = [
  'planned',
  'approved',
  'queued',
  'submitted',
  'unknown',
  'settled',
];

export const paidAfterDeathId = ({ id }: Pick<Payment, 'id'>): string => `paid-after-death-${id}`;

/** A sum for a month after the death: somebody must stop it or ask for it back. Done once is done. */
export function openPaidAfterDeath(known: DeskTask | undefined, payment: Payment, at: Instant): Decision<DeskTask> {
  if (known !== undefined) return decided(known);
  return decided(openTask('paid-after-death', paidAfterDeathId(payment), payment, at));
}
