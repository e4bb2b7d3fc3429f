export { startSmtpSimulator } from './start-smtp-simulator.ts';
export type { SmtpSimulator, SmtpSimulatorSettings } from './start-smtp-simulator.ts';
export type { MailRecord, MailStatus } from './mail-record.ts';
export type { Mode } from './mood.ts';
