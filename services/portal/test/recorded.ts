import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers of the services, written down by recorded-bodies.int.test.ts, which also sees to it that they stay true. */
export type RecordedName =
  | 'accounts'
  | 'cases'
  | 'case-submitted'
  | 'case-notice'
  | 'case-confirmed'
  | 'case-refused'
  | 'entitlements'
  | 'identity-not-confirmed'
  | 'messages'
  | 'one-open'
  | 'payments'
  | 'person'
  | 'submission-invalid';

export const recordedFile = (name: RecordedName): string => join(import.meta.dirname, 'recorded', `${name}.json`);

export const recorded = (name: RecordedName): unknown => JSON.parse(readFileSync(recordedFile(name), 'utf8'));
