import type { ProgrammeCode } from '@minzheng/types';
import type { Story } from '../means-test/story.ts';
import { assessStory } from './assess-story.ts';
import type { NamedStory } from './assess-story.ts';
import type { Ready } from './findings.ts';

type Facts = Record<string, unknown> & { members: Record<string, unknown>[] };

/** As much of a story as one programme asks for, told as the questions come: who lives together, then one fact after another. */
export function toldFor(code: ProgrammeCode, story: Story, programmes: readonly Ready[]): NamedStory {
  const told: Facts = { members: story.members.map(({ memberId }) => ({ memberId })) };
  for (let asked = nextOf(code, told, programmes); asked !== undefined; asked = nextOf(code, told, programmes))
    tell(told, story, asked.split('.'));
  return told as unknown as NamedStory;
}

function nextOf(code: ProgrammeCode, told: Facts, programmes: readonly Ready[]): string | undefined {
  const found = assessStory(told as unknown as NamedStory, programmes);
  const open = found.find(({ ready, outcome }) => ready.programme.code === code && 'needs' in outcome);
  return open !== undefined && 'needs' in open.outcome ? open.outcome.needs : undefined;
}

/** A fact is told as a whole: of a member one of theirs, else one of the household's. Throws RangeError for one that is not there. */
function tell(told: Facts, story: Story, [first = '', memberId, fact = '']: readonly string[]): void {
  if (first !== 'members') {
    told[first] = factOf(story, first);
    return;
  }
  const [from, to] = [
    story.members.find((one) => one.memberId === memberId),
    told.members.find((one) => one['memberId'] === memberId),
  ];
  if (from === undefined || to === undefined) throw new RangeError(`no member ${memberId}`);
  to[fact] = factOf(from, fact);
}

function factOf(of: object, name: string): unknown {
  const value: unknown = Reflect.get(of, name);
  if (value === undefined) throw new RangeError(`the story has no ${name}`);
  return value;
}
