import { Fen, LocalDate, ProgrammeCode } from '@minzheng/types';
import { z } from 'zod';
import { Emergency, Hardship } from '../programmes/tl-e/relief-facts.ts';
import { WINDOW_MONTHS } from './window.ts';

/** Beyond this the scaled integers of the means test would no longer be exact. */
const MAX_MONTHLY_FEN = 1_000_000_000;
const MAX_ASSETS_FEN = 1_000_000_000_000;
const MAX_MEMBERS = 20;
const MAX_ITEMS = 20;
const MAX_COUNT = 1_000;
const MAX_ADLS = 6;
const MAX_LEVEL = 4;

const Amount = Fen.min(0).max(MAX_MONTHLY_FEN);
/** Twelve monthly amounts, oldest first: INC-4 is reckoned per worker-month, never on an average. */
const Months = z.array(Amount).length(WINDOW_MONTHS);
const Count = z.int().min(0).max(MAX_COUNT);
const LocalId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);

/** 残疾类别和等级; one is the severest. */
export const Disability = z.union([
  z.literal('none'),
  z.strictObject({
    kind: z.enum([
      /** 视力 */ 'visual',
      /** 听力 */ 'hearing',
      /** 言语 */ 'speech',
      /** 肢体 */ 'physical',
      /** 智力 */ 'intellectual',
      /** 精神 */ 'mental',
      /** 多重 */ 'multiple',
    ]),
    level: z.int().min(1).max(MAX_LEVEL),
  }),
]);
export type Disability = z.infer<typeof Disability>;

/** 父母情况 (CH-1 to CH-3). */
const Parent = z.strictObject({
  fate: z.enum(['present', 'dead', 'declared-missing', 'not-found']),
  disability: Disability,
  isSeverelyIll: z.boolean(),
  custody: z.enum([
    /** 服刑 */ 'prison',
    /** 强制隔离戒毒 */ 'rehabilitation',
    /** 其他限制人身自由 */ 'other',
    'none',
  ]),
  custodyMonths: Count,
  /** 失联: months without contact and without support. */
  outOfContactMonths: Count,
  isGuardianshipRevoked: z.boolean(),
  isDeported: z.boolean(),
});
export type Parent = z.infer<typeof Parent>;

/** 成员: one person of the story. */
export const StoryMember = z.strictObject({
  memberId: LocalId,
  bornOn: LocalDate,
  /** HH-2: whoever is away in one of these ways is not counted. */
  away: z.enum([
    'no',
    /** 服刑 */ 'prison',
    /** 强制隔离戒毒 */ 'rehabilitation',
    /** 宣告失踪 */ 'declared-missing',
    /** 脱离家庭、在宗教场所居住三年以上的宗教教职人员 */ 'clergy',
  ]),
  disability: Disability,
  /** 重特大疾病, by the local list. */
  isSeverelyIll: z.boolean(),
  isUnemployed: z.boolean(),
  /** DB-8: suitable work refused three times running within six months. */
  hasRefusedWork: z.boolean(),
  study: z.enum(['none', 'compulsory', 'senior-high', 'vocational', 'higher']),
  /** 六项日常生活能力中不能自理的项数 (TK-5). */
  failedAdls: z.int().min(0).max(MAX_ADLS),
  needsLongTermCare: z.boolean(),
  hasWorkInjuryNursing: z.boolean(),
  /** 养老服务需求评估等级 (GB/T 42195). */
  careGrade: z.enum(['able', 'mild', 'moderate', 'severe', 'total']),
  /** 户籍在本区 */
  isRegisteredHere: z.boolean(),
  parents: z.array(Parent).length(2),
  /** 孤儿的安置: in an institution, or with others. */
  isInInstitution: z.boolean(),
  /** What this person receives already, as the case files say. */
  receives: z.array(ProgrammeCode).max(MAX_ITEMS),
});
export type StoryMember = z.infer<typeof StoryMember>;

/** What law never counts, or counts only sometimes (INC-2, TK-3). */
export const Exclusion = z.enum([
  /** 优待抚恤金 */ 'veterans-benefit',
  /** 计划生育奖励 */ 'family-planning-reward',
  /** 奖学金 */ 'scholarship',
  /** 见义勇为奖金 */ 'courage-award',
  /** 政府社会救助 */ 'social-assistance',
  /** 残疾人两项补贴 */ 'disability-allowance',
  /** 事实无人抚养儿童基本生活补贴 */ 'child-allowance',
  /** 高龄津贴; only for TK */ 'old-age-allowance',
  /** 基本医疗保险待遇; only for TK */ 'medical-insurance',
]);
export type Exclusion = z.infer<typeof Exclusion>;

/** 就业收入豁免 (INC-7): the wage before somebody who receives found work, and since when the work is there. */
const Exemption = z.strictObject({ wageBeforeFen: Amount, employedOn: LocalDate });

/** 收入 of one member and kind; TRANSFER and BUSINESS and PROPERTY are net (INC-1). */
export const IncomeItem = z
  .strictObject({
    memberId: LocalId,
    kind: z.enum(['WAGE', 'BUSINESS', 'PROPERTY', 'TRANSFER']),
    monthsFen: Months,
    /** 中央基础养老金 within a pension. */
    basicMonthsFen: Months.optional(),
    exclusion: Exclusion.optional(),
    exemption: Exemption.optional(),
  })
  .refine(({ monthsFen, basicMonthsFen }) => (basicMonthsFen ?? []).every((basic, i) => basic <= (monthsFen[i] ?? 0)), {
    path: ['basicMonthsFen'],
  });
export type IncomeItem = z.infer<typeof IncomeItem>;

/** 刚性支出 over the window, self-paid after all insurance and subsidies, proven by receipts (RX-2, INC-5). */
export const RigidItem = z.strictObject({
  kind: z.enum([
    /** 医疗自付 */ 'medical',
    /** 残疾康复 */ 'rehabilitation',
    /** 教育, at public-school fee level */ 'education',
    /** 其他 */ 'other',
  ]),
  amountFen: Fen.min(0).max(MAX_ASSETS_FEN),
});
export type RigidItem = z.infer<typeof RigidItem>;

/** 法定赡养、抚养、扶养义务人 outside the household, with the household they live in (INC-6, TK-4). */
export const Obligor = z.strictObject({
  relation: z.enum(['child', 'parent', 'spouse', 'sibling', 'grandparent', 'grandchild']),
  bornOn: LocalDate,
  disability: Disability,
  /** 无民事行为能力、宣告失踪、服刑 */
  incapacity: z.enum(['none', 'no-civil-capacity', 'declared-missing', 'prison']),
  receives: z.enum(['none', 'TK', 'DB', 'DBB']),
  householdSize: z.int().min(1).max(MAX_MEMBERS),
  /** Of that whole household, a month. */
  monthlyIncomeFen: Amount,
  /** 财产符合低收入家庭标准 */
  hasLowAssets: z.boolean(),
  /** Members of this story whom this obligor must support. */
  supports: z.array(LocalId).min(1).max(MAX_MEMBERS),
  /** Others whom that household must support. */
  supportsOthers: z.int().min(0).max(MAX_MEMBERS),
  /** A month, where a court's decision or an agreement says so. */
  agreedFen: Amount.optional(),
});
export type Obligor = z.infer<typeof Obligor>;

/** 急难情形 (TL-1, TL-7). */
const StoryEmergency = z.strictObject({
  emergency: Emergency,
  isUrgent: z.boolean(),
  hardship: Hardship,
  requestedFen: Fen.positive().max(MAX_MONTHLY_FEN),
});

/** 过去十二个月已获临时救助 (TL-7). */
const PastRelief = z.strictObject({ grants: Count, isSameCause: z.boolean() });

/** 一个家庭的全部情况: what every programme decides on. Every field is an answer; "none" is an answer, no answer is a question. */
export const Story = z.strictObject({
  members: z.array(StoryMember).min(1).max(MAX_MEMBERS),
  /** Every adult has signed the authorisation to check (CHK-1). */
  isCheckAuthorised: z.boolean(),
  income: z.array(IncomeItem).max(MAX_MEMBERS * MAX_ITEMS),
  rigid: z.array(RigidItem).max(MAX_ITEMS),
  financialFen: Fen.min(0).max(MAX_ASSETS_FEN),
  vehicles: Count,
  dwellings: Count,
  obligors: z.array(Obligor).max(MAX_ITEMS),
  emergency: z.union([z.literal('none'), StoryEmergency]),
  pastRelief: PastRelief,
});
export type Story = z.infer<typeof Story>;

/** As much of a story as has been told: members are named, the rest may be open. */
export const ToldStory = Story.extend({
  members: z
    .array(StoryMember.partial().required({ memberId: true }))
    .min(1)
    .max(MAX_MEMBERS),
}).partial();
export type ToldStory = z.infer<typeof ToldStory>;
