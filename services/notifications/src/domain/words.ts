import { Language, ProgrammeCode, SupplementItem, ReturnCode } from '@minzheng/types';
import type { Fen, LocalDate, Period, Texts } from '@minzheng/types';
import { fen } from '@minzheng/types';
import { z } from 'zod';
import { ObjectionOutcome } from './facts.ts';
import data from '../../templates/words.json' with { type: 'json' };

const Texts = z.record(Language, z.string().min(1));

const words = z
  .strictObject({
    programmes: z.record(ProgrammeCode, Texts),
    reasons: z.record(z.string(), Texts),
    returns: z.partialRecord(ReturnCode, Texts),
    otherReturn: Texts,
    otherReason: Texts,
    supplementItems: z.record(SupplementItem, Texts),
    objectionOutcomes: z.record(ObjectionOutcome, Texts),
    reasonSeparator: Texts,
    sampleMark: Texts,
  })
  .parse(data);

/** Facts in words of a language, as a resident reads them. */
export function wordsIn(language: Language) {
  return {
    programme: (code: ProgrammeCode): string => words.programmes[code][language],
    /** Why not, by the rules that did not hold; a rule without words of its own points to the letter. */
    reason: (ruleIds: readonly string[]): string => reasonOf(ruleIds, language),
    items: (items: readonly SupplementItem[]): string =>
      items.map((item) => words.supplementItems[item][language]).join(words.reasonSeparator[language]),
    objectionOutcome: (outcome: ObjectionOutcome): string => words.objectionOutcomes[outcome][language],
    /** Why the money did not arrive, and what to do about it. */
    returned: (code: ReturnCode): string => (words.returns[code] ?? words.otherReturn)[language],
    date: (date: LocalDate): string => dateIn(date, language),
    month: (month: Period): string => monthIn(month, language),
    /** Yuan; a sum made of sample figures says so. */
    money: (amount: Fen, isSample: boolean): string =>
      isSample ? `${fen.yuan(amount)} ${words.sampleMark[language]}` : fen.yuan(amount),
  };
}

function reasonOf(ruleIds: readonly string[], language: Language): string {
  const known = ruleIds.flatMap((ruleId) => words.reasons[ruleId] ?? []);
  const said = known.length === 0 ? [words.otherReason] : known;
  return said.map((texts: Texts) => texts[language]).join(words.reasonSeparator[language]);
}

function dateIn(date: LocalDate, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return language === 'zh-CN' ? `${year}年${Number(month)}月${Number(day)}日` : date;
}

function monthIn(month: Period, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return language === 'zh-CN' ? `${year}年${Number(number)}月` : month;
}
