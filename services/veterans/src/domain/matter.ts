import { Fen, LocalDate } from '@minzheng/types';
import { z } from 'zod';
import { DisabledFacts, RuralFacts } from './service-facts.ts';

const MAX_FEN = 1_000_000_000;
const MAX_HONOURS = 20;

/** 荣誉和立功 by the steps of 条例 §16, the highest first. */
export const Honour = z.enum([
  /** 勋章、国家荣誉称号 */ 'medal',
  /** 中央三部门授予的荣誉称号 */ 'central-honour',
  /** 一等战功、一级表彰、军委授权单位的荣誉称号 */ 'first-war-merit',
  /** 二等战功、一等功、二级表彰 */ 'second-war-merit',
  /** 三等战功、二等功 */ 'third-war-merit',
  /** 四等战功、三等功 */ 'fourth-war-merit',
]);
export type Honour = z.infer<typeof Honour>;

const Amount = Fen.positive().max(MAX_FEN);

/** 烈士、因公牺牲、病故 */
const Death = z.enum(['martyr', 'duty', 'illness']);

const MartyrAward = z.strictObject({ kind: z.literal('martyr-award'), diedOn: LocalDate });
const LumpSum = z.strictObject({
  kind: z.literal('lump-sum'),
  death: Death,
  diedOn: LocalDate,
  monthlyPayFen: Amount,
  honours: z.array(Honour).max(MAX_HONOURS),
});
const DischargePay = z.strictObject({
  kind: z.literal('discharge-pay'),
  payFen: Amount,
  honours: z.array(Honour).max(MAX_HONOURS),
});
/** 丧葬补助: what the dead received. */
const FuneralAid = z.discriminatedUnion('category', [
  z.strictObject({
    kind: z.literal('funeral-aid'),
    category: z.literal('V01'),
    cause: z.enum(['illness', 'old-wound', 'other']),
    yearlyFen: Amount,
  }),
  z.strictObject({
    kind: z.literal('funeral-aid'),
    category: z.enum(['V02', 'V03', 'V04', 'V07', 'V08']),
    monthlyFen: Amount,
  }),
]);
const Survivor = z.strictObject({
  kind: z.literal('survivor'),
  relation: z.enum(['parent', 'spouse', 'child', 'sibling']),
  bornOn: LocalDate,
  isAbleToWork: z.boolean(),
  monthlyIncomeFen: Fen.min(0).max(MAX_FEN),
  isInSchool: z.boolean(),
  isDisabled: z.boolean(),
  wasSupported: z.boolean(),
});
const Regrading = z.strictObject({ kind: z.literal('regrading'), gradedOn: LocalDate });
const TransferIn = z.strictObject({ kind: z.literal('transfer-in'), dischargedOn: LocalDate });
const Sentence = z.strictObject({
  kind: z.literal('sentence'),
  event: z.enum([
    /** 有期徒刑 */ 'fixed-term',
    /** 剥夺政治权利 */ 'political-rights',
    /** 被通缉 */ 'wanted',
    /** 死刑 */ 'death-sentence',
    /** 无期徒刑 */ 'life-sentence',
    /** 开除军籍 */ 'dismissed',
  ]),
});
const Confirmation = z.strictObject({ kind: z.literal('confirmation'), dueOn: LocalDate });
const Report = z.strictObject({
  kind: z.literal('report'),
  approvedOn: LocalDate,
  reportedOn: LocalDate,
  hasReason: z.boolean(),
});

/** 事项: what the rules of DOMAIN §4 can be asked, one of them at a time. */
export const Matter = z.union([
  z.strictObject({ kind: z.literal('nursing'), facts: DisabledFacts }),
  z.strictObject({ kind: z.literal('living'), facts: RuralFacts }),
  MartyrAward,
  LumpSum,
  DischargePay,
  FuneralAid,
  Survivor,
  Regrading,
  TransferIn,
  Sentence,
  Confirmation,
  Report,
]);
export type Matter = z.infer<typeof Matter>;

/** One kind of matter. */
export type MatterOf<K extends Matter['kind']> = Extract<Matter, { readonly kind: K }>;
