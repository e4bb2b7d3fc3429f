import { z } from 'zod';

/** Roles a token may carry; one row each in `roles`. */
export const Role = z.enum([
  /** 群众 */ 'resident',
  /** 街道经办 */ 'street-officer',
  /** 区局审核 */ 'district-reviewer',
  /** 区局确认 */ 'district-decider',
  /** 标准参数制单 */ 'parameter-maker',
  /** 标准参数复核 */ 'parameter-checker',
  /** 财务制单 */ 'finance-maker',
  /** 财务复核 */ 'finance-checker',
  /** 财务放行 */ 'finance-releaser',
  /** 模板编辑 */ 'template-editor',
  /** 模板审核 */ 'template-reviewer',
  /** 退役军人事务 */ 'veterans-officer',
  /** 培训管理 */ 'trainer',
  /** 工作人员 */ 'staff',
  /** 数据共享受理 */ 'agency-desk',
  /** 外部系统对接 */ 'agency-engineer',
  /** 运维 */ 'sre',
  /** 审计 */ 'auditor',
]);
export type Role = z.infer<typeof Role>;

/** What somebody may do; `<aggregate>.<command>`. */
export type Verb =
  | 'person.resolve'
  | 'person.read'
  | 'person.propose-merge'
  | 'person.confirm-merge'
  | 'application.submit'
  | 'application.read'
  | 'case.accept'
  | 'case.survey'
  | 'case.post-notice'
  | 'case.report'
  | 'case.review'
  | 'case.decide'
  | 'parameter.propose'
  | 'parameter.approve'
  | 'account.register'
  | 'account.read'
  | 'entitlement.read'
  | 'pay-run.submit'
  | 'pay-run.approve'
  | 'pay-run.release'
  | 'pay-run.read'
  | 'ledger.read'
  | 'recovery.read'
  | 'recovery.answer'
  | 'recovery.propose'
  | 'recovery.receive'
  | 'recovery.approve'
  | 'recovery.withdraw'
  | 'contact.register'
  | 'message.read'
  | 'template.edit'
  | 'template.approve'
  | 'veteran.register'
  | 'veteran.read'
  | 'allowance.award'
  | 'staff.manage'
  | 'staff.read'
  | 'course.manage'
  | 'course.enrol'
  | 'course.read'
  | 'licence.read'
  | 'grant.manage'
  | 'grant.read'
  | 'subscription.manage'
  | 'subscription.read'
  | 'inbound-event.send'
  | 'audit.read'
  | 'ops.read'
  | 'ops.redrive';

/** Whose data a role reaches: 'none' is nobody's (such a role reads no case and no person), then a whole district's, one street's, or only one's own. */
export type DivisionRule = 'none' | 'own-district' | 'own-street' | 'own-person';

/** One role: what it may do, where, and which roles the same staff number must not hold as well. */
export interface RoleRow {
  readonly role: Role;
  readonly verbs: readonly Verb[];
  readonly divisionRule: DivisionRule;
  readonly incompatibleWith: readonly Role[];
}

const CASE_READING: readonly Verb[] = ['application.read', 'person.read'];
const PAY_READING: readonly Verb[] = ['pay-run.read', 'entitlement.read', 'ledger.read', 'recovery.read'];
const LEARNING: readonly Verb[] = ['course.read', 'course.enrol', 'licence.read'];
/** Everybody who decides, pays or keeps a register for others; who watches or runs the platform is none of them. */
const OFFICERS: readonly Role[] = [
  'street-officer',
  'district-reviewer',
  'district-decider',
  'parameter-maker',
  'parameter-checker',
  'finance-maker',
  'finance-checker',
  'finance-releaser',
  'template-editor',
  'template-reviewer',
  'veterans-officer',
  'trainer',
  'agency-desk',
];

/**
 * Every role, one row each. Nobody holds two adjacent parts of one case (DOMAIN §2.4), no two of the three parts of
 * a pay run (§3.4 controls), and who watches or runs the platform decides nothing in it.
 */
export const roles: Readonly<Record<Role, RoleRow>> = {
  resident: {
    role: 'resident',
    verbs: [
      'application.submit',
      'application.read',
      'account.register',
      'account.read',
      'recovery.read',
      'recovery.answer',
      'contact.register',
      'message.read',
    ],
    divisionRule: 'own-person',
    incompatibleWith: [],
  },
  'street-officer': {
    role: 'street-officer',
    verbs: [
      ...CASE_READING,
      'person.resolve',
      'application.submit',
      'case.accept',
      'case.survey',
      'case.post-notice',
      'case.report',
      'account.register',
      'contact.register',
    ],
    divisionRule: 'own-street',
    incompatibleWith: ['district-reviewer', 'district-decider', 'sre', 'auditor'],
  },
  'district-reviewer': {
    role: 'district-reviewer',
    verbs: [...CASE_READING, 'case.review', 'person.propose-merge'],
    divisionRule: 'own-district',
    incompatibleWith: ['street-officer', 'district-decider', 'sre', 'auditor'],
  },
  'district-decider': {
    role: 'district-decider',
    verbs: [...CASE_READING, 'case.decide', 'person.confirm-merge'],
    divisionRule: 'own-district',
    incompatibleWith: ['street-officer', 'district-reviewer', 'finance-maker', 'sre', 'auditor'],
  },
  'parameter-maker': {
    role: 'parameter-maker',
    verbs: ['parameter.propose'],
    divisionRule: 'own-district',
    incompatibleWith: ['parameter-checker', 'sre', 'auditor'],
  },
  'parameter-checker': {
    role: 'parameter-checker',
    verbs: ['parameter.approve'],
    divisionRule: 'own-district',
    incompatibleWith: ['parameter-maker', 'sre', 'auditor'],
  },
  'finance-maker': {
    role: 'finance-maker',
    verbs: [...PAY_READING, 'pay-run.submit', 'recovery.answer', 'recovery.propose', 'recovery.receive'],
    divisionRule: 'own-district',
    incompatibleWith: ['district-decider', 'veterans-officer', 'finance-checker', 'finance-releaser', 'sre', 'auditor'],
  },
  'finance-checker': {
    role: 'finance-checker',
    verbs: [...PAY_READING, 'pay-run.approve', 'recovery.approve', 'recovery.withdraw'],
    divisionRule: 'own-district',
    incompatibleWith: ['finance-maker', 'finance-releaser', 'sre', 'auditor'],
  },
  'finance-releaser': {
    role: 'finance-releaser',
    verbs: [...PAY_READING, 'pay-run.release'],
    divisionRule: 'own-district',
    incompatibleWith: ['finance-maker', 'finance-checker', 'sre', 'auditor'],
  },
  'template-editor': {
    role: 'template-editor',
    verbs: ['template.edit'],
    divisionRule: 'none',
    incompatibleWith: ['template-reviewer', 'sre', 'auditor'],
  },
  'template-reviewer': {
    role: 'template-reviewer',
    verbs: ['template.approve'],
    divisionRule: 'none',
    incompatibleWith: ['template-editor', 'sre', 'auditor'],
  },
  'veterans-officer': {
    role: 'veterans-officer',
    verbs: ['person.resolve', 'person.read', 'veteran.register', 'veteran.read', 'allowance.award'],
    divisionRule: 'own-district',
    incompatibleWith: ['finance-maker', 'sre', 'auditor'],
  },
  trainer: {
    role: 'trainer',
    verbs: [...LEARNING, 'course.manage', 'staff.manage', 'staff.read'],
    divisionRule: 'none',
    incompatibleWith: ['sre', 'auditor'],
  },
  staff: {
    role: 'staff',
    verbs: LEARNING,
    divisionRule: 'none',
    incompatibleWith: ['agency-engineer'],
  },
  'agency-desk': {
    role: 'agency-desk',
    verbs: ['grant.manage', 'grant.read', 'subscription.read'],
    divisionRule: 'none',
    incompatibleWith: ['agency-engineer', 'sre', 'auditor'],
  },
  'agency-engineer': {
    role: 'agency-engineer',
    verbs: ['grant.read', 'subscription.manage', 'subscription.read', 'inbound-event.send'],
    divisionRule: 'none',
    incompatibleWith: ['staff', 'agency-desk', 'sre', 'auditor'],
  },
  sre: {
    role: 'sre',
    verbs: ['ops.read', 'ops.redrive'],
    divisionRule: 'none',
    incompatibleWith: [...OFFICERS, 'agency-engineer', 'auditor'],
  },
  auditor: {
    role: 'auditor',
    verbs: ['application.read', ...PAY_READING, 'audit.read', 'ops.read'],
    divisionRule: 'own-district',
    incompatibleWith: [...OFFICERS, 'agency-engineer', 'sre'],
  },
};

/** True when one of the roles may do it; where, `divisionRule` says. */
export function isAllowed(held: readonly Role[], verb: Verb): boolean {
  return held.some((role) => roles[role].verbs.includes(verb));
}

/** The pairs among the held roles that one person must not hold together; empty when all is well. */
export function incompatiblePairs(held: readonly Role[]): readonly (readonly [Role, Role])[] {
  return held.flatMap((a, i) =>
    held.slice(i + 1).flatMap((b) => (roles[a].incompatibleWith.includes(b) ? [[a, b] as const] : [])),
  );
}
