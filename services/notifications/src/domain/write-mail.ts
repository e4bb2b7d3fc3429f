import { instant, Language } from '@minzheng/types';
import type { EmailAddress, Instant } from '@minzheng/types';
import { z } from 'zod';
import data from '../../templates/email.json' with { type: 'json' };
import type { Mail } from './email-state.ts';
import type { Content } from './facts.ts';
import { render, subjectOf } from './render.ts';

const Texts = z.record(Language, z.string().min(1));
const { sender, closing } = z.strictObject({ sender: Texts, closing: Texts }).parse(data);

/** What a person finds in the mailbox: the words of the SMS and who sent them, and nothing more. */
export function writeMail(
  content: Content,
  { email: to, language }: { readonly email: EmailAddress; readonly language: Language },
  writtenAt: Instant,
): Mail {
  const text = [render(content, language), '', sender[language], closing[language], ''].join('\n');
  return { to, language, subject: subjectOf(content, language), text, writtenAt };
}

/** As whom the bureau writes. */
export const senderIn = (language: Language): string => sender[language];

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 28_800_000;
/** 1 January 1970 was one. */
const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A moment as RFC 5322 §3.3 writes it, in Shanghai: 'Thu, 9 Oct 2025 09:00:00 +0800'. */
export function mailDate(at: Instant): string {
  const local = instant.plus(at, SHANGHAI_MS);
  const [year, month, day] = local.slice(0, 10).split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[Math.floor(instant.ms(local) / DAY_MS) % WEEKDAYS.length];
  return `${weekday}, ${day} ${MONTHS[month - 1]} ${year} ${local.slice(11, 19)} +0800`;
}
