import { describe, expect, test } from '@jest/globals';
import { EmailAddress, instant, Language } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import { longestContents } from '../../test/longest-contents.ts';
import { TemplateKey } from './facts.ts';
import { render } from './render.ts';
import { mailDate, senderIn, writeMail } from './write-mail.ts';

const at = instant.parse('2025-10-09T09:00+08:00') as Instant;
const address = EmailAddress.parse('li.ming@sample.example');
if (!address.ok) throw new Error('not an address');
const email = address.value;
const pairs = TemplateKey.options.flatMap((key) => Language.options.map((language) => [key, language] as const));

describe('an e-mail', () => {
  test.each(pairs)('%s in %s is the text of the SMS, who sent it, and nothing more', (key, language) => {
    const content = longestContents(language)[key];
    const { text, ...mail } = writeMail(content, { email, language }, at);
    const [said, blank, sender, closing, end, ...more] = text.split('\n');
    expect([said, blank, sender, end, ...more]).toEqual([render(content, language), '', senderIn(language), '']);
    expect(closing).toMatch(language === 'zh-CN' ? /请勿直接回复/ : /please do not reply/);
    expect(mail).toMatchObject({ to: email, language, writtenAt: at });
  });
});

describe('the date of an e-mail (RFC 5322 §3.3)', () => {
  test.each([
    ['2025-10-09T09:00+08:00', 'Thu, 9 Oct 2025 09:00:00 +0800'],
    ['2025-12-31T23:59:59.999+08:00', 'Wed, 31 Dec 2025 23:59:59 +0800'],
    ['2026-01-01T00:00+08:00', 'Thu, 1 Jan 2026 00:00:00 +0800'],
    ['2028-02-29T12:34:56+08:00', 'Tue, 29 Feb 2028 12:34:56 +0800'],
  ])('%s is %s', (moment, written) => {
    expect(mailDate(instant.parse(moment) as Instant)).toBe(written);
    expect(new Date(written).getTime()).toBe(Math.floor(instant.ms(instant.parse(moment) as Instant) / 1000) * 1000);
  });
});
