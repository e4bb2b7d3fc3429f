import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import type { Repository } from '@minzheng/store';
import { catalogue } from '@minzheng/types';
import type { EventDefinition } from '@minzheng/types';
import { keepPublicEvent, publicEventIdOf } from '../domain/public-event.ts';
import type { PublicEvent } from '../domain/public-event.ts';

/** One reaction for each event that may leave the platform; a new public event is kept from the day it is declared. */
export function onPublicEvents(publicEvents: Repository<PublicEvent>): Reaction[] {
  return catalogue.filter(({ audience }) => audience === 'public').map((event) => onPublicEvent(event, publicEvents));
}

const onPublicEvent = (event: EventDefinition, publicEvents: Repository<PublicEvent>): Reaction =>
  on(event, {
    into: publicEvents,
    id: (arrived) => publicEventIdOf(event, arrived),
    decide: (known, arrived, at) => keepPublicEvent(known, event, arrived, at),
  });
