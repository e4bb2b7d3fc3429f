import { fen } from '@minzheng/types';
import type { ProgrammeCode } from '@minzheng/types';
import { facts } from '../src/domain/facts.ts';
import type { Content, TemplateKey } from '../src/domain/facts.ts';
import words from '../templates/words.json' with { type: 'json' };

/** The programme whose name is longest in a language. */
const longestProgramme = (language: 'zh-CN' | 'en'): ProgrammeCode =>
  (Object.keys(words.programmes) as ProgrammeCode[]).reduce((longest, code) =>
    words.programmes[code][language].length > words.programmes[longest][language].length ? code : longest,
  );

/** The reason of the bank whose words are longest in a language. */
const longestReturn = (language: 'zh-CN' | 'en'): string =>
  Object.entries(words.returns).reduce(
    (longest, [code, texts]) =>
      texts[language].length > words.returns[longest as keyof typeof words.returns][language].length ? code : longest,
    'R01',
  );

/** One content per template, as long as a real one can get in the language. */
export function longestContents(language: 'zh-CN' | 'en'): Record<TemplateKey, Content> {
  const programme = longestProgramme(language);
  const ofCase = { programme, caseNumber: 'LC-DB-202611-000001-8' };
  return {
    'case.accepted': content('case.accepted', { ...ofCase, acceptedOn: '2026-11-24', dueOn: '2026-12-31' }),
    'case.confirmed': content('case.confirmed', {
      ...ofCase,
      monthlyFen: fen.of(1_234_567_800),
      payFrom: '2026-12',
      sample: true,
    }),
    'case.granted': content('case.granted', { ...ofCase, amountFen: fen.of(1_234_567_800), sample: true }),
    'case.recognised': content('case.recognised', { ...ofCase, payFrom: '2026-12' }),
    'case.supplement': content('case.supplement', {
      programme,
      items: Object.keys(words.supplementItems),
      supplyBy: '2026-12-31',
    }),
    'case.objection-filed': content('case.objection-filed', { ...ofCase, answerBy: '2026-12-31' }),
    'case.objection-answered': content('case.objection-answered', { ...ofCase, outcome: 'upheld' }),
    'case.refused': content('case.refused', {
      ...ofCase,
      ruleIds: Object.keys(words.reasons),
      hint: programme,
    }),
    'allowance.awarded': content('allowance.awarded', {
      programme,
      monthlyFen: fen.of(1_234_567_800),
      payFrom: '2026-12',
      sample: true,
    }),
    'pay.paid': content('pay.paid', { programme, period: '2026-12', last4: '0111' }),
    'pay.failed': content('pay.failed', { programme, period: '2026-12', reason: longestReturn(language) }),
    'pay.reissued': content('pay.reissued', { programme, period: '2026-12', last4: '0111' }),
    'recovery.noticed': content('recovery.noticed', {
      programme,
      period: '2026-12',
      amountFen: fen.of(1_234_567_800),
      answerBy: '2026-12-31',
      sample: true,
    }),
    'recovery.decided': content('recovery.decided', {
      programme,
      period: '2026-12',
      amountFen: fen.of(1_234_567_800),
      sample: true,
    }),
    'pay.unclaimed': content('pay.unclaimed', {
      programme,
      period: '2026-12',
      reason: longestReturn(language),
      days: 90,
    }),
  };
}

/** A content whose facts are checked as the store would check them. */
export function content(template: TemplateKey, stated: unknown): Content {
  return { template, facts: facts[template].parse(stated) } as Content;
}
