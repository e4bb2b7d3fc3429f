import type { z } from 'zod';
import type { DivisionCode } from '../divisions.ts';
import type { PersonId } from '../ids.ts';
import type { CloudEvent, NewEvent } from './cloud-event.ts';
import { personalDataFields } from './personal-data.ts';

/** 'public': other government systems may be granted it, in the shape of `publicData`. */
export type Audience = 'internal' | 'public';

/** 'bulk' is what a run produces line by line, on a topic of its own; an event type lives in exactly one lane. */
export type Lane = 'main' | 'bulk';

/** One declaration of an event, from which validation, types, topics and documents derive (HOUSE_STYLE "An event is declared once"). */
export interface EventDeclaration<S extends z.ZodObject> {
  /** `org.minzheng.<service>.<aggregate>.<fact>.v<n>`, checked when the module loads. */
  readonly type: `org.minzheng.${string}`;
  readonly audience: Audience;
  /** One sentence: the fact. */
  readonly meaning: string;
  readonly lane?: 'bulk';
  /** What decides the Kafka key, and so what order holds for; the subject unless told otherwise. */
  readonly partitionBy?: 'subject' | 'person';
  readonly data: S;
  /** What leaves the platform; required for the public audience and only there. */
  publicData?(data: z.output<S>): Readonly<Record<string, unknown>>;
}

/** A fact as a decision states it. */
export interface EventFact<S extends z.ZodObject> {
  readonly subject: string;
  readonly personId?: PersonId | undefined;
  readonly divisionCode?: DivisionCode | undefined;
  readonly data: z.input<S>;
}

/** A declared event. `of` checks the data and throws ZodError or RangeError when a decision states an impossible fact: that is a bug. */
export interface EventDefinition<S extends z.ZodObject = z.ZodObject> {
  readonly type: EventDeclaration<S>['type'];
  readonly service: string;
  readonly topic: string;
  readonly audience: Audience;
  readonly meaning: string;
  readonly lane: Lane;
  readonly partitionBy: 'subject' | 'person';
  readonly data: S;
  publicData?(data: z.output<S>): Readonly<Record<string, unknown>>;
  of(fact: EventFact<S>): NewEvent;
}

/** The CloudEvent of a definition. */
export type EventOf<D extends { data: z.ZodObject }> = CloudEvent<z.output<D['data']>>;

const TYPE_SHAPE = /^org\.minzheng\.([a-z]+)\.[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\.v[1-9]\d*$/;

/**
 * Declares an event. Throws when the module loads if the type is not `org.minzheng.<service>.<aggregate>.<fact>.v<n>`, if a
 * public event does not say what leaves the platform, or if a field could carry personal data: a log cannot be told to forget.
 */
export function defineEvent<S extends z.ZodObject>(declaration: EventDeclaration<S>): EventDefinition<S> {
  const { type, audience, data } = declaration;
  const service = TYPE_SHAPE.exec(type)?.[1];
  if (service === undefined) throw new TypeError(`not a type of an event: ${type}`);
  const personal = personalDataFields(data);
  if (personal.length > 0) throw new TypeError(`${type} would put personal data on the bus: ${personal.join(', ')}`);
  if ((audience === 'public') !== (declaration.publicData !== undefined)) {
    throw new TypeError(`${type}: publicData belongs to public events, and to each of them`);
  }
  const lane = declaration.lane ?? 'main';
  const topic = lane === 'bulk' ? `minzheng.${service}.bulk.v1` : `minzheng.${service}.v1`;
  const partitionBy = declaration.partitionBy ?? 'subject';
  return {
    ...declaration,
    service,
    topic,
    lane,
    partitionBy,
    of: ({ subject, personId, divisionCode, data: stated }) => ({
      type,
      topic,
      key: keyOf(type, partitionBy, subject, personId),
      subject,
      ...(personId !== undefined && { personId }),
      ...(divisionCode !== undefined && { divisionCode }),
      data: data.parse(stated),
    }),
  };
}

function keyOf(type: string, partitionBy: 'subject' | 'person', subject: string, personId: string | undefined): string {
  const key = partitionBy === 'person' ? personId : subject;
  if (key === undefined || key === '') throw new RangeError(`${type} is ordered by ${partitionBy}, which is not given`);
  return key;
}
