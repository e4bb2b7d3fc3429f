export { startBankSimulator } from './start-bank-simulator.ts';
export type { BankSimulator, BankSimulatorSettings } from './start-bank-simulator.ts';
export type { ReturnLine, Standing, StatementLine } from './bank.ts';
export type { Control, Mode } from './temper.ts';
