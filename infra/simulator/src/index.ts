export { Journal } from './journal.ts';
export { listen } from './listen.ts';
export type { Listening } from './listen.ts';
export { simulatorApp } from './simulator-app.ts';
export type { SimulatorDoor } from './simulator-app.ts';
