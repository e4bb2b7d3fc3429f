import type { Bug } from './bug.ts';
import { relayBugs } from './relay-bugs.ts';
import { storeBugs } from './store-bugs.ts';

/** Every mistake that the simulation must be able to find. */
export const BUGS: readonly Bug[] = [...relayBugs, ...storeBugs];

export function bugNamed(name: string): Bug | undefined {
  return BUGS.find((bug) => bug.name === name);
}
