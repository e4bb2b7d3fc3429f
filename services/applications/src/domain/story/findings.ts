import { Conflict, NeedFact, Trace } from '@minzheng/rules';
import type { ParameterView, Step, UsedRow } from '@minzheng/rules';
import type { ProgrammeCode } from '@minzheng/types';
import type { Story } from '../means-test/story.ts';
import type { Asked, Decide, Outcome, Programme } from '../programmes/programme.ts';

/** Nothing is decided: a fact is not told, or two exceptions apply at once. A person goes on from here. */
export type Undecided = { readonly needs: string } | { readonly conflict: readonly string[] };

/** A programme with its figures of one day resolved: once, and for any number of stories. */
export interface Ready {
  readonly programme: Programme;
  readonly decide: Decide;
  readonly used: readonly UsedRow[];
  readonly provisional: boolean;
}

/** `view` gives each programme one of its own, so that the rows it reads are known. Throws NoFigure. */
export const readyOn = (programmes: readonly Programme[], view: () => ParameterView): readonly Ready[] =>
  programmes.map((programme) => {
    const own = view();
    const decide = programme.at(own);
    return { programme, decide, used: own.used(), provisional: own.isProvisional() };
  });

/** What one programme says of a story, and what it rests on. */
export interface Finding {
  readonly ready: Ready;
  readonly memberId?: string;
  readonly outcome: Outcome | Undecided;
  /** Open as well, but not beside the programme named here, which was taken (TK-6). */
  readonly alternativeTo?: ProgrammeCode;
  readonly trace: readonly Step[];
}

export const isGranted = ({ outcome }: Finding): boolean => 'isEligible' in outcome && outcome.isEligible;

/** Asks one programme; an answer that is there is explained as far as what is told goes. */
export function finding(ready: Ready, asked: Asked): Finding {
  const outcome = answered(ready, asked);
  const member = asked.member && { memberId: asked.member.memberId };
  return { ready, ...member, outcome, trace: 'isEligible' in outcome ? explained(ready, asked) : [] };
}

function answered({ decide }: Ready, asked: Asked): Outcome | Undecided {
  try {
    return decide(asked);
  } catch (error) {
    if (error instanceof NeedFact) return { needs: named(error.path, asked.story) };
    if (error instanceof Conflict) return { conflict: error.rules };
    throw error;
  }
}

/** A refusal may be known before the facts of its calculation are: then there is none to show. */
function explained({ decide }: Ready, asked: Asked): readonly Step[] {
  const trace = new Trace();
  try {
    decide(asked, trace);
  } catch (error) {
    if (!(error instanceof NeedFact)) throw error;
    return [];
  }
  return trace.steps;
}

/** A path that names a member by id, so that it means the same in a story with fewer of them: 'members.m2.bornOn'. */
function named(path: string, { members }: Story): string {
  const [list, at, ...rest] = path.split('.');
  if (list !== 'members' || at === undefined || !/^\d+$/.test(at)) return path;
  return ['members', members[Number(at)]?.memberId ?? at, ...rest].join('.');
}
