import { join } from 'node:path';

/** The repository's root: every script may be called from anywhere. */
export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

/** What this platform runs on, wherever it is started: exactly these. */
export const nodeVersion = '24.21.0';
export const pnpmVersion = '12.21.0';

/** The first Node that runs TypeScript sources as they are without a warning. */
const oldestMinor = 12;

/** True when the Node at work can run the platform itself. */
export function isNodeNewEnough(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 && minor >= oldestMinor;
}
