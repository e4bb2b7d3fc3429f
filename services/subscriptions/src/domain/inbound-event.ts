import {
  AgencyCode,
  decided,
  InboundEventId,
  Instant,
  LifeEventReceived,
  LocalDate,
  PersonId,
  refuse,
} from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

/** 死亡信息: what agencies send when a person we know has died (DOMAIN §11 `person.deceased`). */
export const PERSON_DECEASED = 'org.minzheng.inbound.person.deceased.v1';

/** Every event type that we take from other agencies; the desk grants each by itself. */
export const inboundTypes: ReadonlySet<string> = new Set([PERSON_DECEASED]);

/** 来文: an event as an agency sent it. `source` and `eventId` are the agency's own, and say which event it is. */
export const InboundEvent = z.strictObject({
  id: InboundEventId,
  agency: AgencyCode,
  source: z.string(),
  eventId: z.string(),
  type: z.string(),
  personId: PersonId,
  occurredOn: LocalDate,
  receivedAt: Instant,
});
export type InboundEvent = z.infer<typeof InboundEvent>;

/** What the event says, beside which event it is. */
export type Told = Omit<InboundEvent, 'receivedAt'>;

/** Takes an event once: the same again changes nothing, other content under its id is refused. */
export function receiveInbound(
  known: InboundEvent | undefined,
  told: Told,
  now: { readonly at: Instant; readonly today: LocalDate },
): Decision<InboundEvent> {
  if (known !== undefined) return isSame(known, told) ? decided(known) : refuse('inbound-event.other-content');
  if (told.occurredOn > now.today) return refuse('inbound-event.date-in-future');
  const { id, agency, personId, occurredOn } = told;
  return decided(
    { ...told, receivedAt: now.at },
    LifeEventReceived.of({ subject: id, personId, data: { kind: 'death', occurredOn, agency } }),
  );
}

const isSame = (known: InboundEvent, told: Told): boolean =>
  known.type === told.type && known.personId === told.personId && known.occurredOn === told.occurredOn;
