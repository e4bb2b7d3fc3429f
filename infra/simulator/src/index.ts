export { Journal } from './journal.ts';
export { listen } from './listen.ts';
export type { Listening } from './listen.ts';
export { partyClock } from './party-clock.ts';
export type { Business, PartyClock } from './party-clock.ts';
export { seeded } from './seeded.ts';
export { simulatorApp } from './simulator-app.ts';
export type { SimulatorDoor } from './simulator-app.ts';
