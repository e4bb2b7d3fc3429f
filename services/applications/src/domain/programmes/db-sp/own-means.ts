import type { LocalDate } from '@minzheng/types';
import { ageOn } from '../../means-test/persons.ts';
import type { Means } from '../../means-test/means.ts';
import type { Obligor, Story, StoryMember } from '../../means-test/story.ts';

/** SP-4: what siblings give, and parents of this age, may be left out of account. */
const PARENTS_LEFT_OUT_FROM = 60;

const isLeftOut = (obligor: Obligor, day: LocalDate): boolean =>
  obligor.relation === 'sibling' || (obligor.relation === 'parent' && ageOn(obligor, day) >= PARENTS_LEFT_OUT_FROM);

/** The means of one member as a household of one: what is theirs, and what those who must support them give. */
export function ownMeans(story: Story, { memberId }: StoryMember, day: LocalDate): Means {
  return {
    n: 1,
    rigid: [],
    get income() {
      return story.income.filter((item) => item.memberId === memberId);
    },
    get obligors() {
      const theirs = story.obligors.filter(
        (obligor) => obligor.supports.includes(memberId) && !isLeftOut(obligor, day),
      );
      return theirs.map((obligor) => forOne(obligor, memberId));
    },
    get financialFen() {
      return story.financialFen;
    },
    get vehicles() {
      return story.vehicles;
    },
    get dwellings() {
      return story.dwellings;
    },
  };
}

/** Of the persons whom an obligor supports in this story, one is meant here. */
const forOne = (obligor: Obligor, memberId: string): Obligor => ({
  ...obligor,
  supports: [memberId],
  supportsOthers: obligor.supportsOthers + obligor.supports.length - 1,
});
