import { describe, expect, test } from '@jest/globals';
import { refusals, refusalStatus } from '@minzheng/types';
import type { RefusalCode } from '@minzheng/types';
import { problem } from './problem.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('a problem document', () => {
  test('says in Chinese what is wrong with each field', () => {
    const document = problem(
      { code: 'request.invalid', errors: [{ pointer: '/period', code: 'field.required' }] },
      { language: 'zh-CN', traceId },
    );
    expect(document).toEqual({
      type: 'https://minzheng.org/problems/request.invalid',
      title: refusals['request.invalid']['zh-CN'],
      status: 400,
      code: 'request.invalid',
      traceId,
      errors: [{ pointer: '/period', code: 'field.required', detail: '这一项必须填写。' }],
    });
  });

  test('says the same in English', () => {
    const document = problem(
      { code: 'request.invalid', errors: [{ pointer: '/note', code: 'field.too-long', params: { maximum: 200 } }] },
      { language: 'en', traceId },
    );
    expect(document.title).toBe(refusals['request.invalid'].en);
    expect(document.errors?.[0]?.detail).toBe('Too long: at most 200 characters.');
  });

  test.each(Object.keys(refusals) as RefusalCode[])('%s has its status and a text in both languages', (code) => {
    const [chinese, english] = (['zh-CN', 'en'] as const).map((language) => problem({ code }, { language, traceId }));
    expect(chinese?.status).toBe(refusalStatus(code));
    expect(chinese?.title).toMatch(/\p{Script=Han}/u);
    expect(english?.title).not.toMatch(/\p{Script=Han}/u);
  });
});
