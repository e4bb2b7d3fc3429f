import { all } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import { countedMembers } from '../../means-test/means.ts';
import type { Story } from '../../means-test/story.ts';
import { refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { compileTlE } from './compile-tl-e.ts';
import { decideTlE } from './decide-tl-e.ts';
import type { EmergencyFacts } from './relief-facts.ts';
import { tlERules } from './rules.ts';

/** Urgent hardship, wherever it happens: the money first, the papers after. */
export const programme: Programme = {
  code: 'TL_E',
  title: '急难型临时救助',
  about: 'household',
  addsToAny: true,
  paysFrom: 'at-once',
  rules: tlERules,
  at(view) {
    const figures = compileTlE(view);
    return ({ story }, trace) => {
      const { holds, failed } = all([['TL-1', () => story.emergency !== 'none']]);
      if (!holds) return refused(failed);
      const outcome = decideTlE(emergencyOf(story), figures, trace);
      if (!outcome.isEligible) return refused(outcome.failed);
      const oneOffFen = fen.of(outcome.oneOffFen);
      const parts = [{ rule: 'TL-3', amountFen: oneOffFen }];
      return { isEligible: true, monthlyFen: fen.zero, oneOffFen, parts, level: outcome.level };
    };
  },
};

/** Each fact is read only when a rule asks for it. */
function emergencyOf(story: Story): EmergencyFacts {
  const { emergency } = story;
  if (emergency === 'none') throw new TypeError('there is no emergency');
  return {
    get n() {
      return countedMembers(story).length;
    },
    get emergency() {
      return emergency.emergency;
    },
    get isUrgent() {
      return emergency.isUrgent;
    },
    get hardship() {
      return emergency.hardship;
    },
    get requestedFen() {
      return emergency.requestedFen;
    },
  };
}
