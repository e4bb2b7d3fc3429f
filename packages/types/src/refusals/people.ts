import type { RefusalDeclaration } from './declaration.ts';

/** What people refuses. An ID under another name has one generic answer, so that nobody can learn whose it is. */
export const peopleRefusals = {
  'person.identity-not-confirmed': {
    status: 409,
    'zh-CN': '姓名与身份证号未能核对一致。请对照身份证检查；如填写无误，请带身份证到街道（镇）窗口办理。',
    en: 'We could not confirm the name and ID number together. Check them against the ID card; if they are right, bring the card to your street or town office.',
  },
  'person.resident-id-invalid': {
    status: 422,
    'zh-CN': '身份证号不正确。请对照身份证，检查18位号码是否填写正确。',
    en: 'The ID number is not right. Check all 18 characters against the ID card.',
  },
  'person.name-invalid': {
    status: 422,
    'zh-CN': '姓名填写不正确。请按身份证上的姓名填写，不要加空格或符号。',
    en: 'The name is not right. Write it as it stands on the ID card, without blanks or symbols.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
