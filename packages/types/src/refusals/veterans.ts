import type { RefusalDeclaration } from './declaration.ts';

/** What veterans refuses. */
export const veteransRefusals = {
  'veteran.not-found': {
    status: 404,
    'zh-CN': '没有找到这位优抚对象。请检查登记编号是否正确。',
    en: 'We could not find this veteran. Check the number of the registration.',
  },
  'veteran.person-not-resolved': {
    status: 422,
    'zh-CN': '这位人员的身份还没有核实。请先核对姓名和身份证号；刚核对过的，请稍等片刻再提交。',
    en: 'This person is not confirmed yet. Check name and ID number first; if you have just done so, wait a moment and send it again.',
  },
  'veteran.category-not-admitted': {
    status: 422,
    params: ['category'],
    'zh-CN': '系统目前还不能核算类别{category}的待遇。请按现行办法线下办理。',
    en: 'Benefits of category {category} cannot be reckoned here yet. Handle the case on paper as before.',
  },
  'veteran.figures-missing': {
    status: 422,
    params: ['figure', 'onDate'],
    'zh-CN': '{onDate}没有可用的标准（{figure}），无法测算。请换一个日期，或者等标准公布后再算。',
    en: 'There is no value of {figure} on {onDate}, so nothing can be assessed. Choose another day, or wait until it is published.',
  },
  'veteran.not-covered': {
    status: 422,
    params: ['category'],
    'zh-CN': '所填情况不符合类别{category}的条件。请核对证件和档案；如类别有误，请另选类别。',
    en: 'What was entered does not fit category {category}. Check the certificate and the file, or choose another category.',
  },
  'veteran.already-registered': {
    status: 409,
    'zh-CN': '这位人员已经登记，或者登记正在等待确认。请在登记册中查看。',
    en: 'This person is registered already, or a registration waits for its confirmation. See the register.',
  },
  'veteran.transition-not-there': {
    status: 409,
    'zh-CN': '这份登记目前不能进行这一步，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the registration now; somebody else may have done it already. Reload the page to see where it stands.',
  },
  'veteran.confirmed-by-its-registrar': {
    status: 403,
    'zh-CN': '登记人不能确认自己办理的登记。请交给另一位工作人员。',
    en: 'Whoever entered a registration may not confirm it. Pass it to a colleague.',
  },
  'allowance.not-found': {
    status: 404,
    'zh-CN': '没有找到这项定期待遇。请检查编号是否正确。',
    en: 'We could not find this allowance. Check its number.',
  },
  'allowance.veteran-not-confirmed': {
    status: 409,
    'zh-CN': '这位人员的登记还没有确认，不能给予待遇。请先由另一位工作人员确认登记。',
    en: 'The registration is not confirmed, so nothing can be awarded. Have a colleague confirm it first.',
  },
  'allowance.already-there': {
    status: 409,
    'zh-CN': '这位人员已有一项待遇正在办理或发放，不能重复给予。请先查看现有待遇。',
    en: 'This person already has an allowance that is paid or waits for approval. See that one first.',
  },
  'allowance.nothing-due': {
    status: 422,
    params: ['rules'],
    'zh-CN': '按规则{rules}核算，目前没有应发的待遇。请核对登记的情况；条件符合后再办理。',
    en: 'By the rules {rules} nothing is due at present. Check the facts on file; propose it again once the conditions are met.',
  },
  'allowance.transition-not-there': {
    status: 409,
    'zh-CN': '这项待遇目前不能进行这一步，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the allowance now; somebody else may have done it already. Reload the page to see where it stands.',
  },
  'allowance.approved-by-its-proposer': {
    status: 403,
    'zh-CN': '提出待遇的人不能审批同一项待遇。请交给另一位工作人员。',
    en: 'Whoever proposed an allowance may not approve it. Pass it to a colleague.',
  },
  'allowance.standard-changed': {
    status: 409,
    'zh-CN': '提出以来标准已经变动，金额与今天核算的不同。请退回这项待遇，重新提出。',
    en: 'The amount is no longer what today’s standard gives. Reject this proposal; then make a new one.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
