import { all, any, ratio, S } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import { netIncome } from '../../means-test/income.ts';
import { meansOfStory } from '../../means-test/means.ts';
import { ADULT_AT, ageOn, isSeverelyDisabled } from '../../means-test/persons.ts';
import { authorised, meansRules } from '../../means-test/rules.ts';
import type { MeansRuleId } from '../../means-test/rules.ts';
import { WINDOW_MONTHS } from '../../means-test/window.ts';
import { compileDb } from '../db/compile-db.ts';
import { shortfall } from '../db/decide-db.ts';
import { dbRules } from '../db/rules.ts';
import { compileTopUps, topUps } from '../db/top-ups.ts';
import { areMarginAssetsOk } from '../dbb/margin.ts';
import { compileDbb } from '../dbb/compile-dbb.ts';
import { decideDbb } from '../dbb/decide-dbb.ts';
import { memberOf, refused } from '../programme.ts';
import type { Programme } from '../programme.ts';
import { ownMeans } from './own-means.ts';
import { dbSpRules } from './rules.ts';
import type { DbSpRuleId } from './rules.ts';

/** 单人保: one member alone, by their own income; of the ways of reckoning the amount, the difference to it (OWN_INCOME_DIFF). */
export const programme: Programme = {
  code: 'DB_SP',
  title: '单人保',
  about: 'person',
  place: 30,
  paysFrom: 'month-after-decision',
  rules: { ...meansRules, ...dbSpRules, 'DB-3': dbRules['DB-3'] },
  at(view) {
    const [db, dbb, extras] = [compileDb(view), compileDbb(view), compileTopUps(view)];
    return (asked, trace) => {
      const { story } = asked;
      const member = memberOf(asked);
      const household = meansOfStory(story);
      const own = ownMeans(story, member, view.onDate);
      const isOnMargin = () => decideDbb(household, dbb, db).isEligible;
      const isSevere = () => isSeverelyDisabled(member.disability);
      const standsAlone = () => isSevere() && member.isUnemployed && ageOn(member, view.onDate) >= ADULT_AT;
      const isClergy = () => member.away === 'clergy';
      const line = ratio.of(S * db.std * WINDOW_MONTHS);
      const { holds, failed } = all<DbSpRuleId | MeansRuleId>([
        authorised(story),
        ['SP-1', () => any([isClergy, isSevere, () => member.isSeverelyIll])],
        ['SP-4', () => any([isClergy, isOnMargin, () => standsAlone() && areMarginAssetsOk(household, dbb)])],
        ['SP-5', () => ratio.isBelow(netIncome(own, db.income).value, line)],
      ]);
      if (!holds) return refused(failed);
      const found = trace?.step(
        isClergy() ? 'SP-3' : isSevere() ? (isOnMargin() ? 'SP-1' : 'SP-4') : 'SP-2',
        true,
        'yes-no',
        [],
      );
      const net = netIncome(own, db.income, trace);
      const base = ratio.wholeYuan(shortfall(own, db, net.value));
      trace?.step('SP-5', base, 'fen', [found ?? 0, net.at], { params: ['dibao.std'] });
      const parts = [{ rule: 'SP-5', amountFen: base }, ...topUps([member], extras, trace)];
      return { isEligible: true, monthlyFen: fen.sum(parts.map(({ amountFen }) => amountFen)), parts };
    };
  },
};
