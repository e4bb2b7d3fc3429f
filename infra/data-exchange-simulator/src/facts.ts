import { DivisionCode, Fen, LocalDate, ProgrammeCode } from '@minzheng/types';
import { z } from 'zod';

const twelveMonths = z.array(Fen).length(12);
const count = z.int().min(0).max(1_000);

/** 18 characters; whether they are a true number is the asking side's business. */
export const ResidentNumber = z.string().regex(/^\d{17}[\dX]$/);

/** What each department holds of one person (DOMAIN §11, CHK-2). A department that is not there holds nothing: NO_DATA. */
export const Holdings = z.strictObject({
  /** 公安 */
  'public-security': z
    .strictObject({ hukou: DivisionCode, deceasedOn: LocalDate.optional(), vehicles: count })
    .optional(),
  /** 人社: insured wages of twelve months, oldest first; the monthly pension */
  'human-resources': z.strictObject({ wageMonthsFen: twelveMonths, pensionFen: Fen.nonnegative() }).optional(),
  /** 税务: taxed income of twelve months, oldest first */
  tax: z.strictObject({ incomeMonthsFen: twelveMonths }).optional(),
  /** 不动产 */
  'real-estate': z.strictObject({ dwellings: count, shops: count }).optional(),
  /** 公积金: the monthly contribution */
  'housing-fund': z.strictObject({ monthlyFen: Fen.nonnegative() }).optional(),
  /** 市场监管 */
  'market-regulation': z.strictObject({ companies: count, capitalFen: Fen.nonnegative() }).optional(),
  /** 银行、证券、保险: on the day, and on the average of twelve months */
  banks: z.strictObject({ balanceFen: Fen.nonnegative(), averageFen: Fen.nonnegative() }).optional(),
  /** 民政 */
  'civil-affairs': z.strictObject({ isMarried: z.boolean(), benefits: z.array(ProgrammeCode) }).optional(),
  /** 医保: paid out of one's own pocket in twelve months */
  'medical-insurance': z.strictObject({ selfPaidFen: Fen.nonnegative() }).optional(),
  /** 残联: the certificate's number (ID-5) */
  'disabled-federation': z.strictObject({ certificate: z.string().max(22) }).optional(),
});
export type Holdings = z.infer<typeof Holdings>;

export const Department = Holdings.keyof();
export type Department = z.infer<typeof Department>;

export const Inhabitant = z.strictObject({ residentId: ResidentNumber, holdings: Holdings });
export type Inhabitant = z.infer<typeof Inhabitant>;

const MOST_LOADED = 500;
export const Population = z.strictObject({ inhabitants: z.array(Inhabitant).min(1).max(MOST_LOADED) });

/** 授权书: nobody is asked about without one (CHK-1); its hash and version stand for the paper. */
const Authorisation = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  version: z.string().min(1).max(20),
});

/** 核对委托: who is asked about, by which departments, for which months. `requestId` is the asking side's own. */
export const CheckRequest = z.strictObject({
  requestId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  purposeCode: z.string().min(1).max(20),
  members: z
    .array(z.strictObject({ residentId: ResidentNumber, authorisation: Authorisation.optional() }))
    .min(1)
    .max(20),
  departments: z.array(Department).min(1),
});
export type CheckRequest = z.infer<typeof CheckRequest>;

/** What one department says of each member. */
export const Reply = z.strictObject({
  department: Department,
  asOf: LocalDate,
  members: z.array(
    z.strictObject({ residentId: ResidentNumber, quality: z.enum(['OK', 'NO_DATA']), items: z.unknown().optional() }),
  ),
});
export type Reply = z.infer<typeof Reply>;
