import { digests, type Written, writtenWays } from './encodings.ts';
import type { Given, Kind } from './canary.ts';

/** One way of writing one value, by the bytes that are looked for. */
export interface Needle extends Written {
  readonly person: number;
  readonly kind: Kind;
}

/** A text that was sent and holds a value: what a digest without a key would be made of. */
export interface SentText {
  readonly person: number;
  readonly kind: Kind;
  readonly text: string;
}

/** Every value in every way, and the digests of the texts that values were sent in. */
export function needlesOf(given: readonly Given[], sent: readonly SentText[] = []): Needle[] {
  const values = given.flatMap(({ person, kind, text }) =>
    writtenWays(kind, text).map((written) => ({ person, kind, ...written })),
  );
  const ofSent = sent.flatMap(({ person, kind, text }) =>
    digests(text).map(({ encoding, bytes }) => ({ person, kind, encoding: `${encoding} of what was sent`, bytes })),
  );
  return [...values, ...ofSent];
}
