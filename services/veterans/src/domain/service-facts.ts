import { LocalDate, VeteranCategory } from '@minzheng/types';
import { z } from 'zod';

const MAX_GRADE = 10;

/** 残疾军人: nature (因战, 因公, 因病) and grade as the certificate has them. */
export const DisabledFacts = z.strictObject({
  category: z.literal('V01'),
  nature: z.enum(['war', 'duty', 'illness']),
  /** 一级 is the severest. */
  grade: z.int().min(1).max(MAX_GRADE),
  /** 患精神病 */
  isMental: z.boolean(),
  /** 在优抚医院集中供养: the hospital manages the nursing allowance. */
  isInVeteransHospital: z.boolean(),
});
export type DisabledFacts = z.infer<typeof DisabledFacts>;

/** 农村籍退役士兵: the day of birth is that of the ID card; no event may carry it. */
export const RuralFacts = z.strictObject({
  category: z.literal('V09'),
  bornOn: LocalDate,
  isRural: z.boolean(),
  enlistedOn: LocalDate,
  dischargedOn: LocalDate,
});
export type RuralFacts = z.infer<typeof RuralFacts>;

/** 服役情况: what one allowance needs to know, by the category. Every field is required: unknown is never assumed. */
export const ServiceFacts = z.discriminatedUnion('category', [DisabledFacts, RuralFacts]);
export type ServiceFacts = z.infer<typeof ServiceFacts>;

/** The categories that are reckoned here. */
export const AdmittedCategory = VeteranCategory.extract(['V01', 'V09']);
export type AdmittedCategory = z.infer<typeof AdmittedCategory>;

/** Categories whose benefits are not reckoned here; whatever else is said of them is not looked at. */
const NotAdmitted = z.object({ category: VeteranCategory.exclude(AdmittedCategory.options) });

/** What an officer may enter: the facts of a category that is reckoned, or the code of one that is not, to be refused by name. */
export const StatedFacts = z.discriminatedUnion('category', [DisabledFacts, RuralFacts, NotAdmitted]);
export type StatedFacts = z.infer<typeof StatedFacts>;

export const isAdmitted = (facts: StatedFacts): facts is ServiceFacts =>
  AdmittedCategory.safeParse(facts.category).success;
