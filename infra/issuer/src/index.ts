export { IssuerSettings } from './config.ts';
export { startIssuer } from './start-issuer.ts';
