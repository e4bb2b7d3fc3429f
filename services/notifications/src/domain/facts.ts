import { CaseNumber, Fen, LocalDate, Period, ProgrammeCode, SupplementItem, ReturnCode } from '@minzheng/types';
import { z } from 'zod';

const last4 = z.string().regex(/^\d{4}$/);
const ofMonth = { programme: ProgrammeCode, period: Period };
const ofCase = { programme: ProgrammeCode, caseNumber: CaseNumber };

/** 异议核查结果: what has become of an objection to a notice. */
export const ObjectionOutcome = z.enum(['dismissed', 'upheld']);
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>;

/** What each template needs to know. No name, no ID number, no phone: what is not here cannot be sent. */
export const facts = {
  'case.accepted': z.strictObject({ ...ofCase, acceptedOn: LocalDate, dueOn: LocalDate }),
  'case.confirmed': z.strictObject({ ...ofCase, monthlyFen: Fen, payFrom: Period, sample: z.boolean() }),
  'case.granted': z.strictObject({ ...ofCase, amountFen: Fen, sample: z.boolean() }),
  'case.recognised': z.strictObject({ ...ofCase, payFrom: Period }),
  'case.supplement': z.strictObject({
    programme: ProgrammeCode,
    items: z.array(SupplementItem).min(1),
    supplyBy: LocalDate,
  }),
  'case.objection-filed': z.strictObject({ ...ofCase, answerBy: LocalDate }),
  'case.objection-answered': z.strictObject({ ...ofCase, outcome: ObjectionOutcome }),
  'case.refused': z.strictObject({ ...ofCase, ruleIds: z.array(z.string()), hint: ProgrammeCode.optional() }),
  'allowance.awarded': z.strictObject({
    programme: ProgrammeCode,
    monthlyFen: Fen,
    payFrom: Period,
    sample: z.boolean(),
  }),
  'pay.paid': z.strictObject({ ...ofMonth, last4 }),
  'pay.failed': z.strictObject({ ...ofMonth, reason: ReturnCode }),
  'pay.reissued': z.strictObject({ ...ofMonth, last4 }),
  'recovery.noticed': z.strictObject({ ...ofMonth, amountFen: Fen, answerBy: LocalDate, sample: z.boolean() }),
  'recovery.decided': z.strictObject({ ...ofMonth, amountFen: Fen, sample: z.boolean() }),
  'pay.unclaimed': z.strictObject({ ...ofMonth, reason: ReturnCode, days: z.int().positive() }),
} as const;

/** 消息模板: the key of a template. */
export type TemplateKey = keyof typeof facts;
export const TemplateKey = z.enum(Object.keys(facts) as [TemplateKey, ...TemplateKey[]]);

export type FactsOf<K extends TemplateKey> = z.output<(typeof facts)[K]>;

/** One template with its facts. */
export type Content = { [K in TemplateKey]: { readonly template: K; readonly facts: FactsOf<K> } }[TemplateKey];
