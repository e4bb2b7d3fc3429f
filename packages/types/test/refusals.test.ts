import { describe, expect, test } from '@jest/globals';
import {
  fieldErrorText,
  fieldTexts,
  Language,
  refusals,
  refusalsByOwner,
  refusalStatus,
  refusalText,
} from '../src/index.ts';
import type { RefusalCode, RefusalDeclaration } from '../src/index.ts';
import statuses from './rows/refusals.json' with { type: 'json' };

type Declared = Pick<RefusalDeclaration, 'zh-CN' | 'en' | 'params'>;
const all: [string, Declared][] = [...Object.entries(refusals), ...Object.entries(fieldTexts)];
const paramsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

describe('the refusal catalogue', () => {
  test.each(all)('%s says the same in both languages, with the params it declares and no others', (_, declared) => {
    expect(declared['zh-CN']).toMatch(/\p{Script=Han}.*[。！]$/u);
    expect(declared.en).toMatch(/^[A-Z][^\p{Script=Han}]*\.$/u);
    const params = [...(declared.params ?? [])].toSorted();
    for (const language of Language.options) expect(paramsOf(declared[language])).toEqual(params);
  });

  test.each(Object.entries<Declared>(refusals))(
    '%s tells how to put it right, not only what is wrong',
    (code, declared) => {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
      expect(declared['zh-CN']).toMatch(/请/);
      expect(declared.en.split(/[.;]\s/).length).toBeGreaterThan(1);
    },
  );

  test.each(Object.entries(statuses) as [RefusalCode, number][])('%s stays what it was: %i', (code, status) => {
    expect(refusalStatus(code)).toBe(status);
  });

  test('no code is declared by two owners', () => {
    const codes = Object.values(refusalsByOwner).flatMap((owner) => Object.keys(owner));
    expect(codes.toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});

describe('what a person reads', () => {
  test('is in the language asked for', () => {
    expect(refusalText({ code: 'auth.token-missing' }, 'zh-CN')).toBe('您还没有登录。请先登录再继续。');
    expect(refusalText({ code: 'auth.token-missing' }, 'en')).toBe(
      'You are not signed in. Sign in first and then go on.',
    );
  });

  test('has its params filled in, and a dash where one is missing', () => {
    expect(fieldErrorText({ code: 'field.too-long', params: { maximum: 20 } }, 'en')).toBe(
      'Too long: at most 20 characters.',
    );
    expect(fieldErrorText({ code: 'field.too-long' }, 'zh-CN')).toBe('太长，最多—个字符。');
  });

  test('beside a field is the text of the refusal that the field has', () => {
    const code = 'contact.mobile-invalid';
    expect(fieldErrorText({ code }, 'zh-CN')).toBe(refusalText({ code }, 'zh-CN'));
  });
});
