import type { ParameterView, Rules, Trace } from '@minzheng/rules';
import type { Fen, LocalDate, Period, ProgrammeCode } from '@minzheng/types';
import type { DecidingLevel } from '../means-test/assessment.ts';
import type { Story, StoryMember } from '../means-test/story.ts';

/** What a programme is asked: about the household, or about one of its members. */
export interface Asked {
  readonly story: Story;
  /** The person whom a programme for persons is asked about. */
  readonly member?: StoryMember;
  /** What this person or household receives, or will by a programme that comes first (ROUTE-1). */
  readonly holds: Holds;
}

/** Throws NeedFact where that depends on a fact nobody gave. */
export interface Holds {
  readonly has: (programme: ProgrammeCode) => boolean;
}

/** One line of an amount: which rule grants it, and to whom where it is one member's. */
export interface AmountPart {
  readonly rule: string;
  readonly memberId?: string;
  readonly amountFen: Fen;
}

/** What is due: every month, or once; for some months or until a day where law sets an end. */
export interface Due {
  readonly monthlyFen: Fen;
  readonly oneOffFen?: Fen;
  readonly parts: readonly AmountPart[];
  readonly months?: number;
  readonly validUntil?: LocalDate;
  readonly level?: DecidingLevel;
}

/** What a programme says: what is due, or the rules by which nothing is. */
export type Outcome =
  | ({ readonly isEligible: true } & Due)
  | {
      readonly isEligible: false;
      readonly failed: readonly string[];
      /** 渐退 (DB-9): what is paid now is paid unchanged up to and with this month. */
      readonly continuesUntil?: Period;
    };

/** Pure. Throws NeedFact for a fact that nobody gave, Conflict where two exceptions apply at once. */
export type Decide = (asked: Asked, trace?: Trace) => Outcome;

/** From when a programme pays, by the day of the decision. */
export type PaysFrom = 'month-after-decision' | 'month-of-application' | 'month-of-decision' | 'at-once' | 'nothing';

/**
 * 项目: one folder holds all of it, its rules, figures and decision; nothing else names it. `place` is its place in the order of
 * classification (ROUTE-1); what stands beside that order has none.
 */
export interface Programme {
  readonly code: ProgrammeCode;
  readonly title: string;
  readonly about: 'household' | 'person';
  readonly place?: number;
  /** Whoever is admitted is no longer one of the household (TK). */
  readonly leavesHousehold?: true;
  /** May be added to whatever a household or one who left it has (TL, DOMAIN §1.11). */
  readonly addsToAny?: true;
  /** A person for whom both are open may choose this one (TK-6); unless they say otherwise, they do. */
  readonly chosenInsteadOf?: ProgrammeCode;
  readonly paysFrom: PaysFrom;
  readonly rules: Rules;
  /** The figures resolved once for a date and a day of knowledge, never per household. Throws RangeError where one must exist and does not. */
  readonly at: (view: ParameterView) => Decide;
}

export const refused = (failed: readonly string[]): Outcome => ({ isEligible: false, failed });

/** The member a programme for persons is asked about. Throws TypeError when nobody is named: a mistake of the caller. */
export function memberOf({ member }: Asked): StoryMember {
  if (member === undefined) throw new TypeError('this programme is asked about a person');
  return member;
}
