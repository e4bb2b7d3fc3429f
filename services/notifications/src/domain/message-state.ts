import { DivisionCode, EventId, Instant, MessageId, PersonId } from '@minzheng/types';
import type { Mobile } from '@minzheng/types';
import { z } from 'zod';
import { Email, Mail } from './email-state.ts';
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

/** 消息: one fact told to one person, once in the inbox and once on each channel it goes by. */
export const Message = z.strictObject({
  id: MessageId,
  personId: PersonId,
  divisionCode: DivisionCode.optional(),
  causeEventId: EventId,
  template: TemplateKey,
  facts: z.union(Object.values(facts)),
  /** How it stands with the SMS. */
  status: MessageStatus,
  /** The person wants no SMS of this class: what lies in the inbox is delivered. */
  channel: z.literal('in-app').optional(),
  sms: Sms.optional(),
  attempts: z.int().nonnegative(),
  /** Where it goes by e-mail too: how that stands, and what is sent. */
  email: Email.optional(),
  mail: Mail.optional(),
  /** When the person opened it in the inbox. */
  readAt: Instant.optional(),
  createdAt: Instant,
  /** When it came to its present status. */
  changedAt: Instant,
});
export type Message = z.infer<typeof Message>;

/** The template with its facts; the one place that knows they were stored together. */
export function contentOf({ template, facts: stored }: Message): Content {
  return { template, facts: facts[template].parse(stored) } as Content;
}
