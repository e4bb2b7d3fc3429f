import { refuse } from '@minzheng/types';
import type { Refusal } from '@minzheng/types';
import { z } from 'zod';
import data from '../../templates/channels.json' with { type: 'json' };
import { MessageClass } from './templates.ts';

/** 渠道: how a person is told. What is told lies in the inbox in any case. */
export const Channel = z.enum(['in-app', 'sms', 'e-mail']);
export type Channel = z.infer<typeof Channel>;

/** The channels that reach a person by themselves. */
export type Reaching = Exclude<Channel, 'in-app'>;

/** What a deployment can send by, beside SMS and the inbox. */
export interface Offered {
  readonly email: boolean;
}

const Rule = z.enum(['always', 'unless-declined', 'if-agreed']);

const { classes } = z
  .strictObject({ source: z.string(), classes: z.record(MessageClass, z.record(Channel, Rule)) })
  .parse(data);

const Choice = z.strictObject({ sms: z.boolean().optional(), 'e-mail': z.boolean().optional() });

/** 通知偏好: what a person has chosen, by class and channel; of the rest the table decides. */
export const Preferences = z.strictObject({
  STATUTORY: Choice.optional(),
  TRANSACTIONAL: Choice.optional(),
  EMERGENCY: Choice.optional(),
  INFORMATIONAL: Choice.optional(),
});
export type Preferences = z.infer<typeof Preferences>;

/** Whether a message of a class goes by a channel to somebody who has chosen so. An address it needs is another matter. */
export function goesBy(messageClass: MessageClass, channel: Channel, chosen: Preferences = {}): boolean {
  const rule = classes[messageClass][channel];
  if (rule === 'always' || channel === 'in-app') return true;
  return chosen[messageClass]?.[channel] ?? rule === 'unless-declined';
}

/** Undefined unless something was chosen that is nobody's choice. */
export function refusalOf(chosen: Preferences): Refusal | undefined {
  const errors = MessageClass.options.flatMap((messageClass) =>
    Object.keys(chosen[messageClass] ?? {})
      .filter((channel) => classes[messageClass][channel as Reaching] === 'always')
      .map((channel) => ({ pointer: `/${messageClass}/${channel}`, code: 'contact.channel-not-optional' as const })),
  );
  return errors.length === 0 ? undefined : refuse('contact.channel-not-optional', undefined, errors).refusal;
}
