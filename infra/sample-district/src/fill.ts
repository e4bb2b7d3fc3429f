import type { Member, SampleHousehold } from './household.ts';

const AT_ONCE = 8;
const LOADED_AT_ONCE = 500;

/** Where a district goes: who somebody is to people, what departments hold to the data exchange, and nothing anywhere else. */
export interface Destination {
  resolve(member: Member): Promise<void>;
  load(members: readonly Member[]): Promise<void>;
}

export interface Filled {
  readonly households: number;
  readonly persons: number;
}

/** Fills both, some hundred persons at a time, so that a province needs no more memory than a street. Filling twice changes nothing. */
export async function fill(district: Iterable<SampleHousehold>, to: Destination): Promise<Filled> {
  let households = 0;
  let persons = 0;
  let waiting: Member[] = [];
  const flush = async (): Promise<void> => {
    const some = waiting;
    waiting = [];
    persons += some.length;
    if (some.length === 0) return;
    await to.load(some);
    await inParallel(some, (member) => to.resolve(member));
  };
  for (const { members } of district) {
    if (waiting.length + members.length > LOADED_AT_ONCE) await flush();
    households += 1;
    waiting.push(...members);
  }
  await flush();
  return { households, persons };
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const take = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}
