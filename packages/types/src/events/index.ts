export * from './applications.ts';
export { catalogue, eventByType, topics } from './catalogue.ts';
export type { Topic } from './catalogue.ts';
export type { CloudEvent, NewEvent } from './cloud-event.ts';
export { defineEvent } from './define-event.ts';
export type { Audience, EventDeclaration, EventDefinition, EventFact, EventOf, Lane } from './define-event.ts';
export * from './notifications.ts';
export * from './payments.ts';
export * from './people.ts';
