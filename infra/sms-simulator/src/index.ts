export { startSmsSimulator } from './start-sms-simulator.ts';
export type { SmsSimulator, SmsSimulatorSettings } from './start-sms-simulator.ts';
export type { SmsRecord, SmsRequest, SmsStatus } from './sms-record.ts';
export type { Mode } from './mood.ts';
