import type { FieldDeclaration } from './declaration.ts';

/** What may be wrong with one field of a request; said beside the field and in the summary, in the same words. */
export const fieldTexts = {
  'field.required': { 'zh-CN': '这一项必须填写。', en: 'This must be filled in.' },
  'field.unknown': { 'zh-CN': '没有这一项，请去掉。', en: 'There is no such item; remove it.' },
  'field.wrong-type': {
    'zh-CN': '这一项的类型不对，请重新填写。',
    en: 'This is not of the right type; fill it in again.',
  },
  'field.bad-format': {
    'zh-CN': '这一项的格式不对，请重新填写。',
    en: 'This does not have the right format; fill it in again.',
  },
  'field.not-in-list': { 'zh-CN': '请从给出的选项里选择。', en: 'Choose one of the answers given.' },
  'field.too-short': {
    params: ['minimum'],
    'zh-CN': '太短，至少要有{minimum}个字符。',
    en: 'Too short: at least {minimum} characters.',
  },
  'field.too-long': {
    params: ['maximum'],
    'zh-CN': '太长，最多{maximum}个字符。',
    en: 'Too long: at most {maximum} characters.',
  },
  'field.too-few': {
    params: ['minimum'],
    'zh-CN': '太少，至少要有{minimum}项。',
    en: 'Too few: at least {minimum} items.',
  },
  'field.too-many': {
    params: ['maximum'],
    'zh-CN': '太多，最多{maximum}项。',
    en: 'Too many: at most {maximum} items.',
  },
  'field.too-small': {
    params: ['minimum'],
    'zh-CN': '数值太小，不能小于{minimum}。',
    en: 'Too small: not below {minimum}.',
  },
  'field.too-large': {
    params: ['maximum'],
    'zh-CN': '数值太大，不能大于{maximum}。',
    en: 'Too large: not above {maximum}.',
  },
} as const satisfies Record<string, FieldDeclaration>;

export type FieldCode = keyof typeof fieldTexts;
