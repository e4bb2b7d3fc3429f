import { Language } from '@minzheng/types';
import type { Texts } from '@minzheng/types';
import { z } from 'zod';
import allowanceAwarded from '../../templates/allowance.awarded.json' with { type: 'json' };
import caseAccepted from '../../templates/case.accepted.json' with { type: 'json' };
import caseConfirmed from '../../templates/case.confirmed.json' with { type: 'json' };
import caseGranted from '../../templates/case.granted.json' with { type: 'json' };
import caseObjectionAnswered from '../../templates/case.objection-answered.json' with { type: 'json' };
import caseObjectionFiled from '../../templates/case.objection-filed.json' with { type: 'json' };
import caseRecognised from '../../templates/case.recognised.json' with { type: 'json' };
import caseRefused from '../../templates/case.refused.json' with { type: 'json' };
import caseSupplement from '../../templates/case.supplement.json' with { type: 'json' };
import payFailed from '../../templates/pay.failed.json' with { type: 'json' };
import payPaid from '../../templates/pay.paid.json' with { type: 'json' };
import payReissued from '../../templates/pay.reissued.json' with { type: 'json' };
import payUnclaimed from '../../templates/pay.unclaimed.json' with { type: 'json' };
import recoveryDecided from '../../templates/recovery.decided.json' with { type: 'json' };
import recoveryNoticed from '../../templates/recovery.noticed.json' with { type: 'json' };
import { TemplateKey } from './facts.ts';

const Texts = z.record(Language, z.string().min(1));

/** 消息类别 (DOMAIN §5): who may opt out, and whether the night is kept quiet. */
export const MessageClass = z.enum(['STATUTORY', 'TRANSACTIONAL', 'EMERGENCY', 'INFORMATIONAL']);
export type MessageClass = z.infer<typeof MessageClass>;

/** One template file: its text in every language, and clauses that are said only when their variable is there. */
const Template = z.strictObject({
  key: TemplateKey,
  class: MessageClass,
  source: z.string(),
  /** One line: of the e-mail, and above the text in the inbox. */
  subject: Texts,
  text: Texts,
  clauses: z.record(z.string(), Texts).default({}),
});
export type Template = z.infer<typeof Template>;

/** Every template by its key. */
export const templates: Readonly<Record<TemplateKey, Template>> = {
  'case.accepted': Template.parse(caseAccepted),
  'case.confirmed': Template.parse(caseConfirmed),
  'case.granted': Template.parse(caseGranted),
  'case.recognised': Template.parse(caseRecognised),
  'case.supplement': Template.parse(caseSupplement),
  'case.objection-filed': Template.parse(caseObjectionFiled),
  'case.objection-answered': Template.parse(caseObjectionAnswered),
  'case.refused': Template.parse(caseRefused),
  'allowance.awarded': Template.parse(allowanceAwarded),
  'pay.paid': Template.parse(payPaid),
  'pay.failed': Template.parse(payFailed),
  'pay.reissued': Template.parse(payReissued),
  'pay.unclaimed': Template.parse(payUnclaimed),
  'recovery.noticed': Template.parse(recoveryNoticed),
  'recovery.decided': Template.parse(recoveryDecided),
};

/** The variables that a text asks for. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** The text with its variables filled in. Throws RangeError when one is missing: half a sentence is never sent. */
export function filled(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new RangeError(`the text asks for {${name}}, which is not there`);
    return value;
  });
}

/** The whole text of a template in a language; a clause is added when its variable is there. */
export function textOf(
  { text, clauses }: Template,
  language: Language,
  variables: Readonly<Record<string, string>>,
): string {
  const said = Object.entries(clauses).filter(([name]) => variables[name] !== undefined);
  return filled([text, ...said.map(([, clause]) => clause)].map((one: Texts) => one[language]).join(''), variables);
}
