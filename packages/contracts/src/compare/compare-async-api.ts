import type { Change } from './change.ts';
import { compareSchemas } from './compare-schemas.ts';
import { nodeOf, resolved } from './schema.ts';
import type { Node } from './schema.ts';

/** What breaks readers of events between two AsyncAPI documents; additions break nobody. */
export function compareAsyncApi(before: Node, after: Node): Change[] {
  const now = nodeOf(after['channels']);
  return Object.entries(nodeOf(before['channels'])).flatMap(([topic, channel]) => {
    if (now[topic] === undefined) return [{ place: topic, what: 'topic removed' }];
    const messages = nodeOf(nodeOf(now[topic])['messages']);
    return Object.entries(nodeOf(nodeOf(channel)['messages'])).flatMap(([type, message]) => {
      const place = `${topic} ${type}`;
      if (messages[type] === undefined) return [{ place, what: 'event removed from its topic' }];
      return compareMessages(resolved(message, before), resolved(messages[type], after), place, { before, after });
    });
  });
}

function compareMessages(was: Node, is: Node, place: string, documents: { before: Node; after: Node }): Change[] {
  const sides = { direction: 'response', ...documents } as const;
  return [
    ...compareSchemas(was['payload'], is['payload'], place, sides),
    ...compareSchemas(was['headers'], is['headers'], `${place}, headers`, sides),
    ...(was['x-audience'] === 'public' && is['x-audience'] !== 'public'
      ? [{ place, what: 'is no longer public' }]
      : []),
    ...(was['x-partition-by'] === is['x-partition-by']
      ? []
      : [{ place, what: `order no longer holds per ${String(was['x-partition-by'])}` }]),
  ];
}
