import type { Disability, Parent } from '../../means-test/story.ts';

const LEAST_MONTHS = 6;
const LAST_LEVEL_OF_MIND = 4;

/** CH-3: level one or two of any kind, and of mind or intellect three and four as well. */
function isSeverelyDisabledParent(disability: Disability): boolean {
  if (disability === 'none') return false;
  const isOfMind = disability.kind === 'intellectual' || disability.kind === 'mental';
  return disability.level <= (isOfMind ? LAST_LEVEL_OF_MIND : 2);
}

/** CH-2, CH-3: one of the circumstances in which a parent cannot bring up a child. */
export const cannotCare = (parent: Parent): boolean =>
  isSeverelyDisabledParent(parent.disability) ||
  parent.isSeverelyIll ||
  (parent.custody !== 'none' && parent.custodyMonths >= LEAST_MONTHS) ||
  parent.outOfContactMonths >= LEAST_MONTHS ||
  parent.isGuardianshipRevoked ||
  parent.isDeported;

/** 死亡或者宣告失踪 */
export const isGone = ({ fate }: Parent): boolean => fate === 'dead' || fate === 'declared-missing';

/** Whether this one could still bring up the child; a parent who was never found cannot. */
export const isOut = (parent: Parent): boolean => isGone(parent) || parent.fate === 'not-found' || cannotCare(parent);

/** CH-1: such a child is an orphan and no case of this programme. */
export const isOrphaned = (parents: readonly Parent[]): boolean =>
  parents.every(({ fate }) => fate === 'dead' || fate === 'not-found');
