import { eventByType } from '@minzheng/types';
import type { CloudEvent } from '@minzheng/types';
import { decode, typeOf } from './cloud-event.ts';
import { laneKey } from './parked-row.ts';
import type { Verdict } from './parked-row.ts';
import type { Reaction } from './reaction.ts';
import type { IncomingRecord } from './record.ts';

/** The reactions of one group by event type. */
export type ReactionTable = ReadonlyMap<string, readonly Reaction[]>;

export function reactionTable(reactions: readonly Reaction[]): ReactionTable {
  return Map.groupBy(reactions, ({ event }) => event.type);
}

/** What a message means to this group. */
export type Reading =
  | {
      readonly kind: 'event';
      readonly record: IncomingRecord;
      readonly key: string;
      readonly event: CloudEvent;
      readonly reactions: readonly Reaction[];
    }
  | { readonly kind: 'unreadable'; readonly record: IncomingRecord; readonly key: string; readonly verdict: Verdict }
  /** An event of the catalogue that this group does not react to. */
  | { readonly kind: 'skipped'; readonly record: IncomingRecord; readonly key: string };

export function readRecord(record: IncomingRecord, table: ReactionTable): Reading {
  const key = laneKey(record);
  const type = typeOf(record) ?? '';
  const reactions = table.get(type);
  if (reactions === undefined && eventByType(type) !== undefined) return { kind: 'skipped', record, key };
  const decoded = decode(record);
  if (!decoded.ok) {
    const { class: kind, err, eventId } = decoded;
    return { kind: 'unreadable', record, key, verdict: { class: kind, err, eventId } };
  }
  return { kind: 'event', record, key, event: decoded.event, reactions: reactions ?? [] };
}
