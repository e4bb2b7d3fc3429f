import type { Relation } from '../api/contract.ts';

/** INC-8: what a household declares reaches twelve months back. */
export const MONTHS = 12;

/** 每月金额: nothing, the same every month, or month by month, the oldest first; amounts as they were typed, in yuan. */
export interface MonthlyAnswer {
  readonly how?: 'none' | 'same' | 'monthly';
  readonly same: string;
  readonly months: readonly string[];
}

/** A member of the household. Known by the personId that people has given; an ID number is never kept. */
export interface MemberDraft {
  readonly personId: string;
  readonly relation: Relation;
  /** As the applicant typed it, to tell two children apart on this page; it is never sent. */
  readonly name: string;
  readonly wage: MonthlyAnswer;
  readonly pension: MonthlyAnswer;
  /** The central basic pension within `pension`. */
  readonly basicPension: MonthlyAnswer;
}

/** What was sent and under which key, until it is known what became of it. */
export interface Sending {
  readonly key: string;
  readonly body: string;
}

/** An application as it is filled in. */
export interface Draft {
  /** Whose it is: a computer may be a counter's. */
  readonly sub: string;
  readonly divisionCode: string;
  readonly members: readonly MemberDraft[];
  readonly otherIncome: MonthlyAnswer;
  readonly savings: string;
  readonly vehicles: string;
  readonly dwellings: string;
  readonly sending?: Sending | undefined;
}

const unanswered: MonthlyAnswer = { same: '', months: Array.from({ length: MONTHS }, () => '') };

export const newMember = (personId: string, relation: Relation, name: string): MemberDraft => ({
  personId,
  relation,
  name,
  wage: unanswered,
  pension: unanswered,
  basicPension: unanswered,
});

/** An empty application of somebody for themselves. */
export const newDraft = (sub: string, personId: string): Draft => ({
  sub,
  divisionCode: '',
  members: [newMember(personId, 'self', '')],
  otherIncome: unanswered,
  savings: '',
  vehicles: '',
  dwellings: '',
});

/** What is asked of one member. */
export type MemberQuestion = 'wage' | 'pension' | 'basicPension';

export type DraftAction =
  | {
      readonly type: 'set';
      readonly field: 'divisionCode' | 'savings' | 'vehicles' | 'dwellings';
      readonly value: string;
    }
  | { readonly type: 'other-income'; readonly answer: MonthlyAnswer }
  | {
      readonly type: 'member-answer';
      readonly index: number;
      readonly question: MemberQuestion;
      readonly answer: MonthlyAnswer;
    }
  | { readonly type: 'add-member'; readonly member: MemberDraft }
  | { readonly type: 'remove-member'; readonly personId: string }
  | { readonly type: 'sending'; readonly sending: Sending | undefined };

type Changes = {
  readonly [T in DraftAction['type']]: (draft: Draft, action: Extract<DraftAction, { type: T }>) => Draft;
};

/** Nobody is in a household twice, and the applicant stays in it. */
const changes: Changes = {
  set: (draft, { field, value }) => ({ ...draft, [field]: value }),
  'other-income': (draft, { answer }) => ({ ...draft, otherIncome: answer }),
  'member-answer': (draft, { index, question, answer }) => ({
    ...draft,
    members: draft.members.map((member, at) => (at === index ? { ...member, [question]: answer } : member)),
  }),
  'add-member': (draft, { member }) =>
    draft.members.some(({ personId }) => personId === member.personId)
      ? draft
      : { ...draft, members: [...draft.members, member] },
  'remove-member': (draft, { personId }) => ({
    ...draft,
    members: draft.members.filter((member) => member.relation === 'self' || member.personId !== personId),
  }),
  sending: (draft, { sending }) => ({ ...draft, sending }),
};

export function changed(draft: Draft, action: DraftAction): Draft {
  const change = changes[action.type] as (draft: Draft, action: DraftAction) => Draft;
  return change(draft, action);
}
