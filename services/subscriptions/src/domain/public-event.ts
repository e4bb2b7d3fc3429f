import { decided, digestId, DivisionCode, Instant, instant, PersonId, refuse, withDeadlines } from '@minzheng/types';
import type { CloudEvent, Decision, EventDefinition } from '@minzheng/types';
import { z } from 'zod';
import type { Shared } from './grant.ts';

/** The deadline that hands new public events out to the subscriptions; its subject is the moment of the commit they came with. */
export const DISTRIBUTE = 'public-event.distribute';

const SEQUENCE_DIGITS = 12;

/** 公开事件: an event of the public audience, as far as it may leave the platform, with the person it concerns. */
export const PublicEvent = z.strictObject({
  /** Its lane and its place there: events of a subject sort by it in their order. */
  id: z.string(),
  /** Topic and subject: what order holds for. */
  lane: z.string(),
  sequence: z.int().positive(),
  eventId: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: Instant,
  personId: PersonId.optional(),
  divisionCode: DivisionCode.optional(),
  data: z.record(z.string(), z.unknown()),
  distributed: z.boolean(),
});
export type PublicEvent = z.infer<typeof PublicEvent>;

const laneOf = (topic: string, subject: string): string => digestId([topic, encodeURIComponent(subject)]);

/** Which public event an event of the bus becomes. */
export function publicEventIdOf({ topic }: EventDefinition, { subject, sequence }: CloudEvent): string {
  return `${laneOf(topic, subject)}-${String(sequence).padStart(SEQUENCE_DIGITS, '0')}`;
}

/** Keeps what of an event may leave the platform. The same event again changes nothing; another one in its place is a fault. */
export function keepPublicEvent(
  known: PublicEvent | undefined,
  definition: EventDefinition,
  event: CloudEvent,
  at: Instant,
): Decision<PublicEvent> | 'ignore' {
  if (known !== undefined) return known.eventId === event.id ? 'ignore' : refuse('version.conflict');
  if (definition.publicData === undefined) throw new TypeError(`${definition.type} does not leave the platform`);
  const { id: eventId, source, type, subject, sequence, time, personid, divisioncode } = event;
  const kept: PublicEvent = {
    id: publicEventIdOf(definition, event),
    lane: laneOf(definition.topic, subject),
    sequence,
    eventId,
    source,
    type,
    subject,
    time,
    ...(personid !== undefined && { personId: personid }),
    ...(divisioncode !== undefined && { divisionCode: divisioncode }),
    data: { ...definition.publicData(event.data as never) },
    distributed: false,
  };
  // One deadline a commit, whatever it holds: everything decided in it has the same moment.
  return withDeadlines(decided(kept), [{ kind: DISTRIBUTE, subject: at, dueAt: at }]);
}

/** It has been handed out; whoever subscribes later asks for a replay. */
export const markDistributed = (event: PublicEvent): Decision<PublicEvent> => decided({ ...event, distributed: true });

/** What a grant is asked about. */
export const sharedFact = ({ type, divisionCode, time }: PublicEvent): Shared => ({
  type,
  divisionCode,
  on: instant.civilDate(time),
});
