import type { Kind } from './canary.ts';

/** A party outside that must be told a datum to do what it is there for. */
export interface Destination {
  readonly channel: string;
  readonly kind: Kind;
  readonly because: string;
}

/**
 * All places where a value may be read as it was given. Its owner is not among them: there it is sealed. Each must have been reached:
 * where nothing arrived, nothing was carried, and finding no leak proves nothing.
 */
export const destinations: readonly Destination[] = [
  { channel: 'bank’s own memory', kind: 'account', because: 'it pays into it' },
  { channel: 'bank’s own memory', kind: 'name', because: 'it compares the holder before it pays' },
  { channel: 'sms’s own memory', kind: 'mobile', because: 'it sends to it' },
  { channel: 'smtp’s own memory', kind: 'e-mail', because: 'it sends to it' },
  { channel: 'data-exchange’s own memory', kind: 'resident-id', because: 'departments know people by it' },
];

export const isAllowed = (channel: string, kind: Kind): boolean =>
  destinations.some((one) => one.channel === channel && one.kind === kind);
