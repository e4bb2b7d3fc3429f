import { fen } from '@minzheng/types';
import { countedMembers, meansOfStory } from '../../means-test/means.ts';
import { authorised, meansRules } from '../../means-test/rules.ts';
import type { Story } from '../../means-test/story.ts';
import { refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { compileDb } from './compile-db.ts';
import { decideDb } from './decide-db.ts';
import { hasFoundWork, lastUnchangedMonth } from './gradual-exit.ts';
import { dbRules } from './rules.ts';
import { compileTopUps, topUps } from './top-ups.ts';

/** What a household is short of, and a top-up for whoever has a reason of their own. */
export const programme: Programme = {
  code: 'DB',
  title: '最低生活保障',
  about: 'household',
  place: 20,
  paysFrom: 'month-after-decision',
  rules: { ...meansRules, ...dbRules },
  at(view) {
    const [figures, extras] = [compileDb(view), compileTopUps(view)];
    const lastMonth = lastUnchangedMonth(view.onDate, view.must('gradualExit.months'));
    const exitOf = (story: Story, failed: readonly string[]) =>
      failed.every((rule) => rule === 'DB-1') && hasFoundWork(story) ? { continuesUntil: lastMonth } : {};
    return ({ story }, trace) => {
      const refusing = () => countedMembers(story).filter(({ hasRefusedWork }) => hasRefusedWork).length;
      const base = decideDb(meansOfStory(story), figures, trace, { first: [authorised(story)], refusing });
      if (!base.isEligible) return { ...refused(base.failed), ...exitOf(story, base.failed) };
      const parts = [
        { rule: 'DB-2', amountFen: fen.of(base.monthlyFen) },
        ...topUps(countedMembers(story), extras, trace),
      ];
      return { isEligible: true, monthlyFen: fen.sum(parts.map(({ amountFen }) => amountFen)), parts };
    };
  },
};
