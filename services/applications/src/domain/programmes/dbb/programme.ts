import { fen } from '@minzheng/types';
import { meansOfStory } from '../../means-test/means.ts';
import { authorised, meansRules } from '../../means-test/rules.ts';
import { compileDb } from '../db/compile-db.ts';
import { refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { compileDbb } from './compile-dbb.ts';
import { decideDbb } from './decide-dbb.ts';
import { dbbRules } from './rules.ts';

/** A status that pays nothing by itself and opens other help. */
export const programme: Programme = {
  code: 'DBB',
  title: '最低生活保障边缘家庭认定',
  about: 'household',
  place: 40,
  paysFrom: 'nothing',
  rules: { ...meansRules, ...dbbRules },
  at(view) {
    const [own, db] = [compileDbb(view), compileDb(view)];
    return ({ story }, trace) => {
      const { isEligible, failed } = decideDbb(meansOfStory(story), own, db, trace, [authorised(story)]);
      return isEligible ? { isEligible, monthlyFen: fen.zero, parts: [] } : refused(failed);
    };
  },
};
