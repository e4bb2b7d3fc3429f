export { refusals, refusalsByOwner } from './catalogue.ts';
export type { RefusalCode } from './catalogue.ts';
export type { RefusalDeclaration, RefusalStatus } from './declaration.ts';
export { fieldTexts } from './fields.ts';
export type { FieldCode } from './fields.ts';
export { fieldErrorText, refusalStatus, refusalText } from './refusal.ts';
export type { FieldError, Params, Refusal } from './refusal.ts';
