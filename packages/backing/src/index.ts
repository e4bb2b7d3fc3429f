export type { Backing, BackingRequest, ServerKind } from './backing.ts';
export { MissingPrerequisite } from './missing.ts';
export { freePorts, isPortFree } from './processes/free-port.ts';
export { type GuardedProcess, type Program, signal, startGuarded } from './processes/guarded-process.ts';
export { keepRunning, type KeptProcess, type KeptProcessNews } from './processes/kept-process.ts';
export { lastWords } from './processes/last-words.ts';
export { waitUntil } from './processes/wait-until.ts';
export { wipeBacking } from './wipe.ts';
export { startBacking } from './start-backing.ts';
