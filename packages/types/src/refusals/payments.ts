import type { RefusalDeclaration } from './declaration.ts';

/** What payments refuses. */
export const paymentsRefusals = {
  'account.number-invalid': {
    status: 422,
    'zh-CN': '银行卡号不正确。请对照银行卡或社保卡，检查卡号是否填写正确。',
    en: 'The card number is not right. Check it against the bank card or social security card.',
  },
  'account.not-found': {
    status: 404,
    'zh-CN': '没有找到这个收款账户。请先登记收款账户。',
    en: 'We could not find this account. Register an account for payments first.',
  },
  'account.already-registered': {
    status: 409,
    'zh-CN': '您在这个项目下已有收款账户，不能重复登记。如需更换，请联系所在街道（镇）办理。',
    en: 'You already have an account for this programme. Ask your street office if you want to change it.',
  },
  'account.suspended': {
    status: 409,
    'zh-CN': '您的收款账户需要先由街道（镇）核实，暂不能更换。请与所在街道（镇）联系。',
    en: 'Your account has to be checked before it can be changed. Contact your street office.',
  },
  'account.transition-not-there': {
    status: 409,
    'zh-CN': '这个收款账户目前不能进行这一步。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the account now. Reload the page to see where it stands.',
  },
  'entitlement.transition-not-there': {
    status: 409,
    'zh-CN': '这项待遇目前不能进行这一步，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the entitlement now; somebody else may have done it already. Reload the page to see where it stands.',
  },
  'payment.transition-not-there': {
    status: 409,
    'zh-CN': '这笔款项目前不能进行这一步，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the payment now; somebody else may have done it already. Reload the page to see where it stands.',
  },
  'payment.nothing-to-replace': {
    status: 404,
    'zh-CN': '没有找到需要重新支付的款项。请检查款项编号。',
    en: 'We could not find a payment that is to be made again. Check its number.',
  },
  'reissue.transition-not-there': {
    status: 409,
    'zh-CN': '这笔待重发款项目前不能进行这一步，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the sum now; somebody else may have done it already. Reload the page to see where it stands.',
  },
  'bank-file.transition-not-there': {
    status: 409,
    'zh-CN': '这份报送文件目前不能进行这一步。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the bank file now. Reload the page to see where it stands.',
  },
  'task.transition-not-there': {
    status: 409,
    'zh-CN': '这项待办已经办结，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This task is done already, perhaps by somebody else. Reload the page to see where it stands.',
  },
  'budget.reference-reused': {
    status: 409,
    'zh-CN': '这个额度文号已经登记过，金额或来源与这次不同。请核对文号和金额后再登记。',
    en: 'A grant with this reference was entered before, with another amount or source. Check the reference and the amount and try again.',
  },
  'pay-run.not-found': {
    status: 404,
    'zh-CN': '没有找到这批发放。请检查编号是否正确。',
    en: 'We could not find this pay run. Check its number.',
  },
  'pay-run.transition-not-there': {
    status: 409,
    'zh-CN': '这批发放目前不能进行这一步，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the pay run now; somebody else may have done it already. Reload the page to see where it stands.',
  },
  'pay-run.approved-by-its-maker': {
    status: 403,
    'zh-CN': '制单人不能复核自己制作的发放。请交给另一位复核人员。',
    en: 'Whoever drew up a pay run may not approve it. Ask a colleague to check it.',
  },
  'pay-run.released-by-maker-or-checker': {
    status: 403,
    'zh-CN': '制单人和复核人不能放行同一批发放。请交给放行人员。',
    en: 'Neither the maker nor the checker of a pay run may release it. Ask the releaser.',
  },
  'pay-run.period-not-open': {
    status: 422,
    'zh-CN': '这个月份现在不能制作发放。请检查所选月份。',
    en: 'No pay run can be drawn up for this month now. Check the month you chose.',
  },
  'pay-run.budget-exceeded': {
    status: 422,
    'zh-CN': '这批发放的总额超过了可用额度。请先申请额度，再制作发放。',
    en: 'The total of this pay run is more than the quota left. Ask for more quota first.',
  },
  'pay-run.nothing-due': {
    status: 422,
    'zh-CN': '这个月份没有需要发放的款项。请检查所选月份，或先确认待遇已经开始。',
    en: 'Nothing is due for this month. Check the month, or whether the entitlements have started.',
  },
  'pay-run.totals-changed': {
    status: 409,
    'zh-CN': '这批发放的笔数或总额与您看到的不同。请刷新页面，核对后再操作。',
    en: 'The number or total of payments is not what you saw. Reload the page, check it and try again.',
  },
  'recovery.not-found': {
    status: 404,
    'zh-CN': '没有找到这笔追缴。请检查编号是否正确。',
    en: 'We could not find this recovery. Check its number.',
  },
  'recovery.transition-not-there': {
    status: 409,
    'zh-CN': '这笔追缴目前不能进行这一步，可能已由他人办理。请刷新页面，查看最新状态。',
    en: 'This step is not possible for the recovery now; somebody else may have done it already. Reload the page to see where it stands.',
  },
  'recovery.answer-term-running': {
    status: 409,
    'zh-CN': '申辩期限至{answerBy}，尚未届满，也还没有收到申辩。请等期限届满或收到申辩后，再拟定决定。',
    en: 'The time to answer runs until {answerBy} and nobody has answered yet. Wait for the answer or for the end of that day, then propose the decision.',
    params: ['answerBy'],
  },
  'recovery.second-officer-needed': {
    status: 403,
    'zh-CN': '拟定决定或登记申辩的人员不能再审批这笔追缴。请交给另一位人员办理。',
    en: 'Whoever proposed the decision or entered the answer may not decide on this recovery. Ask a colleague to do it.',
  },
  'recovery.more-than-open': {
    status: 422,
    'zh-CN': '退回金额超过了尚未退回的金额，最多还可登记{open}元。请核对银行回单后再登记。',
    en: 'This is more than what is still open, which is {open} yuan. Check the bank’s receipt and try again.',
    params: ['open'],
  },
  'recovery.reference-reused': {
    status: 409,
    'zh-CN': '这个银行流水号已经登记过，金额、日期或所属追缴与这次不同。请核对银行回单后再登记。',
    en: 'A receipt with this bank reference was entered before, with another amount or day or for another recovery. Check the bank’s receipt and try again.',
  },
  'recovery.received-in-future': {
    status: 422,
    'zh-CN': '到账日期不能晚于今天。请核对银行回单上的日期。',
    en: 'The day of receipt cannot be later than today. Check the date on the bank’s receipt.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
