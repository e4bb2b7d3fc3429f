import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { EventId } from '@minzheng/types';
import type { EventDefinition, EventOf } from '@minzheng/types';
import type { Content } from '../domain/facts.ts';
import { createMessage, messageIdOf } from '../domain/message.ts';
import type { Told } from '../domain/message.ts';
import type { Message } from '../domain/message-state.ts';

/** A reaction that tells the event's person one thing, once, however often the event arrives. */
export function tell<D extends EventDefinition>(
  event: D,
  messages: Repository<Message>,
  contentOf: (event: EventOf<D>) => Content,
): Reaction {
  return on(event, {
    into: messages,
    id: (arrived) => messageIdOf(EventId.parse(arrived.id), toldBy(arrived).personId, contentOf(arrived).template),
    decide: (state, arrived, at) => (state ? 'ignore' : createMessage(toldBy(arrived), contentOf(arrived), at)),
  });
}

/** Throws for an event that does not say whom it is about: parked, it is seen; skipped, somebody would never be told. */
function toldBy({ id, personid, divisioncode }: EventOf<EventDefinition>): Told {
  if (personid === undefined) throw new RangeError('the event does not say whom to tell');
  return { personId: personid, divisionCode: divisioncode, causeEventId: EventId.parse(id) };
}
