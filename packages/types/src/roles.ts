import { z } from 'zod';

/** Roles a token may carry; one row each in `roles`. */
export const Role = z.enum([
  /** 群众 */ 'resident',
  /** 街道经办 */ 'street-officer',
  /** 区局审核 */ 'district-reviewer',
  /** 区局确认 */ 'district-decider',
  /** 财务制单 */ 'finance-maker',
  /** 财务复核 */ 'finance-checker',
  /** 财务放行 */ 'finance-releaser',
  /** 运维 */ 'sre',
  /** 审计 */ 'auditor',
]);
export type Role = z.infer<typeof Role>;

/** What somebody may do; `<aggregate>.<command>`. */
export type Verb =
  | 'person.resolve'
  | 'person.read'
  | 'application.submit'
  | 'application.read'
  | 'case.accept'
  | 'case.survey'
  | 'case.post-notice'
  | 'case.report'
  | 'case.review'
  | 'case.decide'
  | 'account.register'
  | 'account.read'
  | 'entitlement.read'
  | 'pay-run.submit'
  | 'pay-run.approve'
  | 'pay-run.release'
  | 'pay-run.read'
  | 'ledger.read'
  | 'contact.register'
  | 'message.read'
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
const PAY_READING: readonly Verb[] = ['pay-run.read', 'entitlement.read', 'ledger.read'];

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
    verbs: [...CASE_READING, 'case.review'],
    divisionRule: 'own-district',
    incompatibleWith: ['street-officer', 'district-decider', 'sre', 'auditor'],
  },
  'district-decider': {
    role: 'district-decider',
    verbs: [...CASE_READING, 'case.decide'],
    divisionRule: 'own-district',
    incompatibleWith: ['street-officer', 'district-reviewer', 'finance-maker', 'sre', 'auditor'],
  },
  'finance-maker': {
    role: 'finance-maker',
    verbs: [...PAY_READING, 'pay-run.submit'],
    divisionRule: 'own-district',
    incompatibleWith: ['district-decider', 'finance-checker', 'finance-releaser', 'sre', 'auditor'],
  },
  'finance-checker': {
    role: 'finance-checker',
    verbs: [...PAY_READING, 'pay-run.approve'],
    divisionRule: 'own-district',
    incompatibleWith: ['finance-maker', 'finance-releaser', 'sre', 'auditor'],
  },
  'finance-releaser': {
    role: 'finance-releaser',
    verbs: [...PAY_READING, 'pay-run.release'],
    divisionRule: 'own-district',
    incompatibleWith: ['finance-maker', 'finance-checker', 'sre', 'auditor'],
  },
  sre: {
    role: 'sre',
    verbs: ['ops.read', 'ops.redrive'],
    divisionRule: 'none',
    incompatibleWith: [
      'street-officer',
      'district-reviewer',
      'district-decider',
      'finance-maker',
      'finance-checker',
      'finance-releaser',
      'auditor',
    ],
  },
  auditor: {
    role: 'auditor',
    verbs: ['application.read', ...PAY_READING, 'audit.read', 'ops.read'],
    divisionRule: 'own-district',
    incompatibleWith: [
      'street-officer',
      'district-reviewer',
      'district-decider',
      'finance-maker',
      'finance-checker',
      'finance-releaser',
      'sre',
    ],
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
