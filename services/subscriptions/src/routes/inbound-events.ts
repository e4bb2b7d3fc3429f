import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { InboundEventId, LocalDate } from '@minzheng/types';
import type { AgencyCode, PersonId } from '@minzheng/types';
import { z } from 'zod';
import { allOf } from '../adapters/all-of.ts';
import type { Stores } from '../adapters/stores.ts';
import { letsSend } from '../domain/grant.ts';
import { EventType } from '../domain/grant.ts';
import { receiveInbound } from '../domain/inbound-event.ts';
import { agencyOf } from './agency.ts';

const MAX_ATTRIBUTE = 256;
const Attribute = z.string().min(1).max(MAX_ATTRIBUTE);

/** A CloudEvent in structured mode. Attributes that we make nothing of are let pass, as CloudEvents wants it. */
const Inbound = z.object({
  specversion: z.literal('1.0'),
  id: Attribute,
  source: Attribute,
  type: EventType,
  datacontenttype: z.literal('application/json').optional(),
  /** 人员代号, as this agency received it from us. */
  personref: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  data: z.strictObject({ occurredOn: LocalDate }),
});

/** What other agencies tell us. */
export function inboundEventRoutes(stores: Stores): Route[] {
  return [
    command({
      path: '/inbound-events',
      operationId: 'receiveInboundEvent',
      summary: 'Takes an event of another agency about a person we know, once per source and id',
      roles: ['agency-engineer'],
      mediaType: 'application/cloudevents+json',
      body: Inbound,
      reply: { status: 202, body: z.strictObject({ inboundEventId: InboundEventId }) },
      decide: async (tx, { body, caller, at, today }) => {
        const agency = agencyOf(caller);
        const grants = await allOf(tx, stores.grants, { agency, status: 'given' });
        if (!letsSend(grants, body.type, today)) throw new Refused({ code: 'inbound-event.type-not-granted' });
        const personId = await personOf(tx, stores, agency, body.personref);
        const { id: eventId, source, type, data } = body;
        const id = stores.inboundEventIdOf(agency, source, eventId);
        const told = { id, agency, source, eventId, type, personId, occurredOn: data.occurredOn };
        const decide = (known: Parameters<typeof receiveInbound>[0]) => receiveInbound(known, told, { at, today });
        await tx.apply(stores.inboundEvents, id, decide, { cause: { viewer: 'system' } });
        tx.audit({
          action: 'inbound-event.receive',
          subjectPersonId: personId,
          object: `inbound-events/${id}`,
          purpose: 'life-event',
        });
        return { inboundEventId: id };
      },
    }),
  ];
}

/** Only whom this agency has heard of from us: the door takes no ID numbers. */
async function personOf(
  tx: Transaction,
  { references }: Stores,
  agency: AgencyCode,
  reference: string,
): Promise<PersonId> {
  const found = await tx.find(references, reference, 'system');
  if (found?.agency === agency) return found.personId;
  const code = 'inbound-event.person-unknown';
  throw new Refused({ code, errors: [{ pointer: '/personref', code }] });
}
