import type { PublicEvent } from './public-event.ts';

/** CloudEvents asks that a sequence sorts as text. */
const SEQUENCE_DIGITS = 12;

/** A CloudEvent in structured mode, as an agency receives it. `personref` is the agency's own name for the person. */
export interface OutgoingEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly sequence: string;
  readonly divisioncode?: string;
  readonly personref?: string;
  readonly data: unknown;
}

/** The event for one agency. The personId stays here: wherever it stands, the agency reads its own reference. */
export function outgoingEvent(event: PublicEvent, reference: string | undefined): OutgoingEvent {
  const { personId } = event;
  const seen = (value: unknown): unknown => (personId !== undefined && value === personId ? reference : value);
  return {
    specversion: '1.0',
    id: event.eventId,
    source: event.source,
    type: event.type,
    subject: String(seen(event.subject)),
    time: event.time,
    datacontenttype: 'application/json',
    sequence: String(event.sequence).padStart(SEQUENCE_DIGITS, '0'),
    ...(event.divisionCode !== undefined && { divisioncode: event.divisionCode }),
    ...(reference !== undefined && { personref: reference }),
    data: JSON.parse(JSON.stringify(event.data, (_, value: unknown) => seen(value))) as unknown,
  };
}
