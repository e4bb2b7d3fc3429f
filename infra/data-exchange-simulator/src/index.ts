export { startDataExchangeSimulator } from './start-data-exchange-simulator.ts';
export type { DataExchangeSettings, DataExchangeSimulator } from './start-data-exchange-simulator.ts';
export { CheckRequest, Department, Holdings, Inhabitant } from './facts.ts';
export type { Reply } from './facts.ts';
export type { Standing } from './exchange.ts';
