import type { RefusalDeclaration } from './declaration.ts';

/** What applications refuses. */
export const applicationsRefusals = {
  'assessment.figures-missing': {
    status: 422,
    params: ['figure', 'onDate'],
    'zh-CN': '{onDate}没有可用的标准（{figure}），无法测算。请换一个日期。',
    en: 'There is no value of {figure} on {onDate}, so nothing can be assessed. Choose another day.',
  },
  'application.not-found': {
    status: 404,
    'zh-CN': '没有找到这份申请。请检查申请编号是否正确。',
    en: 'We could not find this application. Check its number.',
  },
  'application.transition-not-there': {
    status: 409,
    'zh-CN': '这份申请目前不能进行这一步，可能已由他人办理。请刷新页面，查看最新进度。',
    en: 'This step is not possible for the application now; somebody else may have done it already. Reload the page to see where it stands.',
  },
  'application.same-officer-adjacent': {
    status: 403,
    'zh-CN': '同一件申请的前后两个环节不能由同一人办理。请交给另一位工作人员。',
    en: 'The same officer may not do two steps of one case that follow each other. Pass it to a colleague.',
  },
  'application.licence-not-held': {
    status: 403,
    'zh-CN': '办理这项工作须持有在有效期内的上岗资格，您目前没有。请联系培训管理人员，完成相应课程后再办理。',
    en: 'This work needs a licence that is valid today, and you hold none. Ask the trainer which course to complete, and try again afterwards.',
  },
  'application.member-not-resolved': {
    status: 422,
    'zh-CN': '家庭成员中有人的身份还没有核实。请先核对每位成员的姓名和身份证号；刚核对过的，请稍等片刻再提交。',
    en: 'Somebody in the household is not confirmed yet. Check every member’s name and ID number first; if you have just done so, wait a moment and send it again.',
  },
  'application.one-open-per-household': {
    status: 409,
    'zh-CN': '您家已有一份申请正在办理，不能重复申请。请在“我的申请”里查看进度。',
    en: 'Your household already has an application in progress. See “My applications” for where it stands.',
  },
  'application.member-already-supported': {
    status: 409,
    'zh-CN': '家庭成员中有人已在享受救助，不能再提交申请。家庭情况有变化的，请到街道（镇）窗口办理变更。',
    en: 'Somebody in the household already receives support, so you cannot apply again. If the household has changed, tell your street or town office.',
  },
  'application.surveyors-fewer-than-two': {
    status: 422,
    'zh-CN': '入户调查须由两名以上不同的工作人员进行。请补填另一名调查人员。',
    en: 'A home survey needs at least two different officers. Add the other one.',
  },
  'application.facts-incomplete': {
    status: 422,
    'zh-CN': '家庭收入、财产或授权材料不齐，还不能审核。请补齐标出的内容。',
    en: 'Facts about income, property or consent are missing, so this cannot be assessed yet. Add what is marked.',
  },
  'application.opinion-differs-from-assessment': {
    status: 409,
    'zh-CN': '所填意见与系统核算的结果不一致。请核对家庭情况；如情况有误，请先更正再提出意见。',
    en: 'The opinion does not match the assessment. Check the facts; if they are wrong, correct them first.',
  },
  'application.supplement-asked-already': {
    status: 409,
    'zh-CN': '补正材料只能一次性告知，这份申请已经告知过。请按已有材料受理，或等待申请人补齐。',
    en: 'What is missing may be asked for once only, and it has been. Accept the application as it is, or wait for the applicant.',
  },
  'application.objection-filed-already': {
    status: 409,
    'zh-CN': '您已对这份公示提出过异议。请等待街道（镇）的核查结果。',
    en: 'You have objected to this notice already. Wait for what the street finds.',
  },
  'application.above-street-limit': {
    status: 403,
    'zh-CN': '救助金额超过街道（镇）审批限额。请报区民政局决定。',
    en: 'The sum is above what the street may decide. Pass the case to the district.',
  },
  'application.meeting-needed': {
    status: 422,
    'zh-CN': '救助金额超过最高档，须经“一事一议”会议研究。请填写会议纪要编号。',
    en: 'The sum is above the highest tier and needs the coordination meeting. Add the reference of its minutes.',
  },
  'application.officer-near-relative': {
    status: 403,
    'zh-CN': '有经办人员是申请家庭成员的近亲属，依规应当回避。请交给其他工作人员办理。',
    en: 'An officer named here is a near relative of the household and must stand aside. Pass the case to a colleague.',
  },
} as const satisfies Record<string, RefusalDeclaration>;
