import { DivisionCode, EventId, Instant, MessageId, PersonId } from '@minzheng/types';
import type { Mobile } from '@minzheng/types';
import { z } from 'zod';
import { facts, TemplateKey } from './facts.ts';
import type { Content } from './facts.ts';

/** 消息状态 as HOUSE_STYLE has them, and one for a person who has left no contact yet. */
export const MessageStatus = z.enum([
  'created',
  'waiting-for-contact',
  'sending',
  'delivered',
  'temporary-failure',
  'permanent-failure',
]);
export type MessageStatus = z.infer<typeof MessageStatus>;

/** What was handed to the provider, fixed with the intent: every attempt and every inquiry is about the same SMS. */
export const Sms = z.strictObject({
  to: z.custom<Mobile>((value) => typeof value === 'string'),
  text: z.string(),
});
export type Sms = z.infer<typeof Sms>;

/** 消息: one fact told to one person. */
export const Message = z.strictObject({
  id: MessageId,
  personId: PersonId,
  divisionCode: DivisionCode.optional(),
  causeEventId: EventId,
  template: TemplateKey,
  facts: z.union(Object.values(facts)),
  status: MessageStatus,
  sms: Sms.optional(),
  attempts: z.int().nonnegative(),
  createdAt: Instant,
  /** When it came to its present status. */
  changedAt: Instant,
});
export type Message = z.infer<typeof Message>;

/** The template with its facts; the one place that knows they were stored together. */
export function contentOf({ template, facts: stored }: Message): Content {
  return { template, facts: facts[template].parse(stored) } as Content;
}
