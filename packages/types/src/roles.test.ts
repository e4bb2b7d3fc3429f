import { describe, expect, test } from '@jest/globals';
import { incompatiblePairs, isAllowed, Role, roles } from './roles.ts';
import type { Verb } from './roles.ts';

const holdersOf = (verb: Verb): Role[] => Role.options.filter((role) => isAllowed([role], verb));

describe('roles', () => {
  test('every role has its own row, and incompatibility holds both ways', () => {
    for (const role of Role.options) {
      expect(roles[role].role).toBe(role);
      expect(roles[role].incompatibleWith).not.toContain(role);
      for (const other of roles[role].incompatibleWith) expect(roles[other].incompatibleWith).toContain(role);
    }
  });

  test.each<[Verb, Role[]]>([
    ['pay-run.submit', ['finance-maker']],
    ['pay-run.approve', ['finance-checker']],
    ['pay-run.release', ['finance-releaser']],
    ['recovery.answer', ['resident', 'finance-maker']],
    ['recovery.propose', ['finance-maker']],
    ['recovery.receive', ['finance-maker']],
    ['recovery.approve', ['finance-checker']],
    ['recovery.withdraw', ['finance-checker']],
    ['case.review', ['district-reviewer']],
    ['case.decide', ['district-decider']],
    ['parameter.propose', ['parameter-maker']],
    ['parameter.approve', ['parameter-checker']],
    ['template.approve', ['template-reviewer']],
    ['grant.manage', ['agency-desk']],
    ['subscription.manage', ['agency-engineer']],
    ['ops.redrive', ['sre']],
    ['audit.read', ['auditor']],
  ])('%s belongs to %j alone', (verb, holders) => {
    expect(holdersOf(verb)).toEqual(holders);
  });

  test.each<[Role, Role]>([
    ['finance-maker', 'finance-checker'],
    ['finance-maker', 'finance-releaser'],
    ['finance-checker', 'finance-releaser'],
    ['district-reviewer', 'district-decider'],
    ['street-officer', 'district-reviewer'],
    ['sre', 'finance-releaser'],
    ['parameter-maker', 'parameter-checker'],
    ['template-editor', 'template-reviewer'],
    ['veterans-officer', 'finance-maker'],
    ['agency-desk', 'agency-engineer'],
    ['auditor', 'trainer'],
  ])('nobody holds %s and %s', (a, b) => {
    expect(incompatiblePairs([a, 'resident', b])).toEqual([[a, b]]);
    expect(incompatiblePairs([b, a])).toEqual([[b, a]]);
  });

  test('an officer may be a resident as well, and a resident decides nothing', () => {
    expect(incompatiblePairs(['resident', 'street-officer'])).toEqual([]);
    expect(isAllowed(['resident'], 'case.accept')).toBe(false);
    expect(isAllowed([], 'application.submit')).toBe(false);
    expect(isAllowed(['resident', 'street-officer'], 'case.accept')).toBe(true);
  });

  test('who runs or watches the platform changes no case and no money', () => {
    for (const role of ['sre', 'auditor'] as const) {
      expect(roles[role].verbs.filter((verb) => !/\.(?:read|redrive)$/.test(verb))).toEqual([]);
    }
    expect(roles.sre.divisionRule).toBe('none');
  });
});
