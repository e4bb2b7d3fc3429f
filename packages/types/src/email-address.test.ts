import { describe, expect, test } from '@jest/globals';
import { EmailAddress } from './email-address.ts';

describe('an e-mail address', () => {
  test.each([
    ['li.ming@example.cn', 'li.ming@example.cn'],
    [' Li.Ming@Mail.EXAMPLE.cn ', 'Li.Ming@mail.example.cn'],
    ['１３８００@１６３．com', '13800@163.com'],
    ['a+b_c@xn--fiq228c.example', 'a+b_c@xn--fiq228c.example'],
  ])('%j is read as %s', (raw, value) => expect(EmailAddress.parse(raw)).toEqual({ ok: true, value }));

  test.each([
    ['', 'BAD_LOCAL_PART'],
    ['example.cn', 'BAD_LOCAL_PART'],
    ['@example.cn', 'BAD_LOCAL_PART'],
    ['a..b@example.cn', 'BAD_LOCAL_PART'],
    ['.a@example.cn', 'BAD_LOCAL_PART'],
    ['a@b@example.cn', 'BAD_LOCAL_PART'],
    ['"a b"@example.cn', 'BAD_LOCAL_PART'],
    [`${'a'.repeat(65)}@example.cn`, 'BAD_LOCAL_PART'],
    ['a@example', 'BAD_DOMAIN'],
    ['a@-example.cn', 'BAD_DOMAIN'],
    ['a@[127.0.0.1]', 'BAD_DOMAIN'],
    ['a@127.0.0.1', 'BAD_DOMAIN'],
    [`a@${'b'.repeat(64)}.cn`, 'BAD_DOMAIN'],
    ['李明@example.cn', 'BAD_ALPHABET'],
    ['a@例子.cn', 'BAD_ALPHABET'],
    [`a@${'b.'.repeat(130)}cn`, 'BAD_LENGTH'],
  ])('%j is refused as %s', (raw, error) => {
    expect(EmailAddress.parse(raw)).toEqual({ ok: false, error });
  });

  test('cannot carry a second header or a second recipient', () => {
    for (const raw of ['a@example.cn\r\nBcc: b@example.cn', 'a@example.cn,b@example.cn', 'a@example.cn>']) {
      expect(EmailAddress.parse(raw).ok).toBe(false);
    }
  });

  test('is shown with its first character and its domain only', () => {
    const read = EmailAddress.parse('li.ming@example.cn');
    expect(read.ok && EmailAddress.mask(read.value)).toBe('l***@example.cn');
  });
});
