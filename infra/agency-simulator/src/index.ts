export type { Endpoint } from './agency.ts';
export type { Mode, MoodRequest } from './mood.ts';
export type { AgencyEvent, Received } from './received.ts';
export { startAgencySimulator } from './start-agency-simulator.ts';
export type { AgencySimulator, AgencySimulatorSettings } from './start-agency-simulator.ts';
