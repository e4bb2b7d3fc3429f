import type { Language } from '@minzheng/types';
import type { Content, FactsOf, TemplateKey } from './facts.ts';
import { filled, templates, textOf } from './templates.ts';
import { wordsIn } from './words.ts';

type Variables = Readonly<Record<string, string>>;
type Wording = { readonly [K in TemplateKey]: (facts: FactsOf<K>, words: ReturnType<typeof wordsIn>) => Variables };

/** Which words stand for which variable of a template. */
const wording: Wording = {
  'case.accepted': ({ programme, caseNumber, acceptedOn, dueOn }, words) => ({
    programme: words.programme(programme),
    caseNumber,
    acceptedOn: words.date(acceptedOn),
    dueOn: words.date(dueOn),
  }),
  'case.confirmed': ({ programme, caseNumber, monthlyFen, payFrom, sample }, words) => ({
    programme: words.programme(programme),
    caseNumber,
    monthly: words.money(monthlyFen, sample),
    payFrom: words.month(payFrom),
  }),
  'case.granted': ({ programme, caseNumber, amountFen, sample }, words) => ({
    programme: words.programme(programme),
    caseNumber,
    amount: words.money(amountFen, sample),
  }),
  'case.recognised': ({ programme, caseNumber, payFrom }, words) => ({
    programme: words.programme(programme),
    caseNumber,
    payFrom: words.month(payFrom),
  }),
  'case.supplement': ({ programme, items, supplyBy }, words) => ({
    programme: words.programme(programme),
    items: words.items(items),
    supplyBy: words.date(supplyBy),
  }),
  'case.objection-filed': ({ programme, caseNumber, answerBy }, words) => ({
    programme: words.programme(programme),
    caseNumber,
    answerBy: words.date(answerBy),
  }),
  'case.objection-answered': ({ programme, caseNumber, outcome }, words) => ({
    programme: words.programme(programme),
    caseNumber,
    outcome: words.objectionOutcome(outcome),
  }),
  'case.refused': ({ programme, caseNumber, ruleIds, hint }, words) => ({
    programme: words.programme(programme),
    caseNumber,
    reason: words.reason(ruleIds),
    ...(hint !== undefined && { hint: words.programme(hint) }),
  }),
  'allowance.awarded': ({ programme, monthlyFen, payFrom, sample }, words) => ({
    programme: words.programme(programme),
    monthly: words.money(monthlyFen, sample),
    payFrom: words.month(payFrom),
  }),
  'pay.paid': paid,
  'pay.failed': ({ programme, period, reason }, words) => ({
    programme: words.programme(programme),
    month: words.month(period),
    reason: words.returned(reason),
  }),
  'pay.reissued': paid,
  'recovery.noticed': ({ programme, period, amountFen, answerBy, sample }, words) => ({
    programme: words.programme(programme),
    month: words.month(period),
    amount: words.money(amountFen, sample),
    answerBy: words.date(answerBy),
  }),
  'recovery.decided': ({ programme, period, amountFen, sample }, words) => ({
    programme: words.programme(programme),
    month: words.month(period),
    amount: words.money(amountFen, sample),
  }),
  'pay.unclaimed': ({ programme, period, reason, days }, words) => ({
    programme: words.programme(programme),
    month: words.month(period),
    reason: words.returned(reason),
    days: String(days),
  }),
};

function paid({ programme, period, last4 }: FactsOf<'pay.paid'>, words: ReturnType<typeof wordsIn>): Variables {
  return { programme: words.programme(programme), month: words.month(period), last4 };
}

/** What the resident reads. Throws RangeError when the text asks for something that the facts do not hold. */
export function render(content: Content, language: Language): string {
  return textOf(templates[content.template], language, variablesOf(content, language));
}

/** What the text is about, in one line. Throws RangeError as `render` does. */
export function subjectOf(content: Content, language: Language): string {
  return filled(templates[content.template].subject[language], variablesOf(content, language));
}

function variablesOf(content: Content, language: Language): Variables {
  const say = wording[content.template] as (facts: Content['facts'], words: ReturnType<typeof wordsIn>) => Variables;
  return say(content.facts, wordsIn(language));
}
