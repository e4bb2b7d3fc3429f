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
  'person.not-found': {
    status: 404,
    'zh-CN': '没有找到这个人员。请核对编号。',
    en: 'There is no such person. Check the id.',
  },
  'person.merge-with-itself': {
    status: 422,
    'zh-CN': '同一个人员编号不能与自身合并。请选择另一个编号。',
    en: 'A person cannot be merged with itself. Choose the other id.',
  },
  'person.merged-already': {
    status: 409,
    'zh-CN': '其中一个人员编号已经合并过。请使用合并后的编号。',
    en: 'One of the two was merged before. Use the id that it was merged into.',
  },
  'person.merge-not-proposed': {
    status: 409,
    'zh-CN': '没有待确认的合并申请。请先由审核人员提出。',
    en: 'No merge is waiting to be confirmed. A reviewer has to propose it first.',
  },
  'person.merge-confirmed-by-its-proposer': {
    status: 409,
    'zh-CN': '提出合并的人员不能自己确认。请由另一名工作人员确认。',
    en: 'Whoever proposed the merge cannot confirm it. Another officer has to.',
  },
  'person.name-invalid': {
    status: 422,
    'zh-CN': '姓名填写不正确。请按身份证上的姓名填写，不要加空格或符号。',
    en: 'The name is not right. Write it as it stands on the ID card, without blanks or symbols.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
