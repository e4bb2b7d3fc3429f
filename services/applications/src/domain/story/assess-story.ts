import { known, NeedFact } from '@minzheng/rules';
import type { ProgrammeCode } from '@minzheng/types';
import type { Story, StoryMember, ToldStory } from '../means-test/story.ts';
import { refused } from '../programmes/programme.ts';
import type { Holds } from '../programmes/programme.ts';
import { finding, isGranted } from './findings.ts';
import type { Finding, Ready } from './findings.ts';

/** A story with its members named: less cannot be assessed. */
export type NamedStory = ToldStory & { readonly members: NonNullable<ToldStory['members']> };

/**
 * 一次申请、分类审核 (ROUTE-1): one story asked of every programme, in order. Whoever is admitted as one of the destitute leaves the
 * household; what the household gets opens what its members may get beside it.
 */
export const assessStory = (told: NamedStory, programmes: readonly Ready[]): Finding[] =>
  new Assessed(told, programmes, (some) => known<Story>(some)).all();

/** The same of a story that is told in full: nothing is asked, and nothing watches what is read. */
export const assessWhole = (story: Story, programmes: readonly Ready[]): Finding[] =>
  new Assessed(story, programmes, (all) => all as Story).all();

const nobody: Holds = { has: () => false };

class Assessed {
  readonly #told: NamedStory;
  readonly #read: (told: NamedStory) => Story;
  readonly #story: Story;
  readonly #programmes: readonly Ready[];
  readonly #found = new Map<string, Finding>();

  constructor(told: NamedStory, programmes: readonly Ready[], read: (told: NamedStory) => Story) {
    this.#told = told;
    this.#read = read;
    this.#story = read(told);
    this.#programmes = programmes;
  }

  all(): Finding[] {
    return this.#programmes.flatMap((ready) =>
      ready.programme.about === 'household' ? [this.#of(ready)] : this.#ofEach(ready),
    );
  }

  #ofEach(ready: Ready): Finding[] {
    return this.#story.members.map((member) => this.#of(ready, member));
  }

  #of(ready: Ready, member?: StoryMember): Finding {
    const key = `${ready.programme.code}|${member?.memberId ?? ''}`;
    const before = this.#found.get(key);
    if (before !== undefined) return before;
    const made = member === undefined ? this.#ofHousehold(ready) : this.#ofPerson(ready, member);
    this.#found.set(key, made);
    return made;
  }

  #ofHousehold(ready: Ready): Finding {
    if (ready.programme.addsToAny) return finding(ready, { story: this.#story, holds: nobody });
    const open = this.#whoMayLeave().find(({ outcome }) => 'needs' in outcome);
    if (open !== undefined) return { ready, outcome: open.outcome, trace: open.trace };
    const rest = this.#withoutLeavers();
    if (rest.members.length === 0) return { ready, outcome: refused(['HH-1']), trace: [] };
    return finding(ready, { story: this.#read(rest), holds: nobody });
  }

  #ofPerson(ready: Ready, member: StoryMember): Finding {
    const { chosenInsteadOf, leavesHousehold } = ready.programme;
    const received: Holds = { has: (code) => member.receives.includes(code) };
    const alone = { story: this.#story, member, holds: received };
    if (chosenInsteadOf !== undefined) return finding(ready, alone);
    if (leavesHousehold) return this.#namedAsOtherWay(finding(ready, alone), member);
    const holds: Holds = { has: (code) => received.has(code) || this.#mayHold(code, member) };
    return finding(ready, { ...alone, holds });
  }

  /** What is open to somebody who has the choice is the other way; whether they have it must be told. */
  #namedAsOtherWay(found: Finding, member: StoryMember): Finding {
    if (!isGranted(found)) return found;
    const { code } = found.ready.programme;
    const others = this.#programmes
      .filter(({ programme }) => programme.chosenInsteadOf === code)
      .map((other) => this.#of(other, member));
    const chosen = others.find(isGranted);
    if (chosen !== undefined) return { ...found, alternativeTo: chosen.ready.programme.code };
    const open = others.find(({ outcome }) => 'needs' in outcome);
    return open === undefined ? found : { ...found, outcome: open.outcome, trace: [] };
  }

  /** Whether a programme that comes first would grant it. Throws NeedFact where that is open. */
  #mayHold(code: ProgrammeCode, member: StoryMember): boolean {
    const ready = this.#programmes.find(({ programme }) => programme.code === code);
    if (ready === undefined || (ready.programme.place !== undefined && this.#isClassified(member))) return false;
    const isOfPerson = ready.programme.about === 'person';
    const found = this.#of(ready, isOfPerson ? member : undefined);
    if ('needs' in found.outcome) throw new NeedFact(found.outcome.needs);
    const isTaken = isGranted(found) && found.alternativeTo === undefined;
    return isTaken && (isOfPerson || !this.#leavers().has(member.memberId));
  }

  /** Who receives by the classification already is where they are; nothing else of it is taken for granted. */
  #isClassified({ receives }: StoryMember): boolean {
    return this.#programmes.some(({ programme }) => programme.place !== undefined && receives.includes(programme.code));
  }

  #withoutLeavers(): NamedStory {
    const gone = this.#leavers();
    if (gone.size === 0) return this.#told;
    const { members, income } = this.#told;
    return {
      ...this.#told,
      members: members.filter(({ memberId }) => !gone.has(memberId)),
      ...(income && { income: income.filter(({ memberId }) => !gone.has(memberId)) }),
    };
  }

  #leavers(): ReadonlySet<string> {
    const leave = this.#whoMayLeave().filter((one) => isGranted(one) && one.alternativeTo === undefined);
    return new Set(leave.map(({ memberId = '' }) => memberId));
  }

  #whoMayLeave(): Finding[] {
    return this.#programmes
      .filter(({ programme }) => programme.leavesHousehold)
      .flatMap((ready) => this.#ofEach(ready));
  }
}
