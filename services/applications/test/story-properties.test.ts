import { describe, expect, test } from '@jest/globals';
import { viewAt } from '@minzheng/rules';
import { LocalDate } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import * as fc from 'fast-check';
import { anyStory } from './any-story.ts';
import { readLaw } from '../src/adapters/law.ts';
import { readProgrammes } from '../src/adapters/read-programmes.ts';
import type { Story } from '../src/domain/means-test/story.ts';
import { assessStory, assessWhole } from '../src/domain/story/assess-story.ts';
import type { NamedStory } from '../src/domain/story/assess-story.ts';
import { isGranted, readyOn } from '../src/domain/story/findings.ts';
import type { Finding, Ready } from '../src/domain/story/findings.ts';

const { parameters } = readLaw();
const programmes = await readProgrammes();
const december = LocalDate.parse('2025-12-01');
const ready = readyOn(programmes, () => viewAt(parameters, december, december));

const assessed = (story: Story, which: readonly Ready[] = ready): Finding[] => assessWhole(story, which);

const statusOf = (finding: Finding): string => {
  if ('needs' in finding.outcome) return 'open';
  return isGranted(finding) ? 'granted' : 'refused';
};

const keyOf = ({ ready: { programme }, memberId = '' }: Finding): string => `${programme.code} ${memberId}`;
const byKey = (findings: readonly Finding[]): Map<string, Finding> => new Map(findings.map((one) => [keyOf(one), one]));

const sumOf = ({ outcome }: Finding): number =>
  'isEligible' in outcome && outcome.isEligible ? outcome.monthlyFen + (outcome.oneOffFen ?? 0) : 0;

/** `expect` costs more than the rules do, and here it is asked a hundred thousand times. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Another seed every time, printed with the first story that fails. */
const runs = { numRuns: 1_000 };

describe('of every story', () => {
  test('every programme has an answer, and monthly sums are whole yuan', () => {
    const granted = new Map<string, number>();
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const finding of assessed(story)) {
          must(statusOf(finding) !== 'open', `${keyOf(finding)} is open`);
          if (!('isEligible' in finding.outcome) || !finding.outcome.isEligible) continue;
          granted.set(finding.ready.programme.code, (granted.get(finding.ready.programme.code) ?? 0) + 1);
          const { monthlyFen } = finding.outcome;
          must(monthlyFen % 100 === 0 && monthlyFen >= 0, `${keyOf(finding)} pays ${monthlyFen} fen`);
        }
      }),
      runs,
    );
    // A property of nothing proves nothing: each programme has been granted to somebody.
    expect([...granted.keys()].toSorted()).toEqual(programmes.map(({ code }) => code).toSorted());
  });

  test('the order of members, incomes, spending and obligors never matters', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const turned: Story = {
          ...story,
          members: story.members.toReversed(),
          income: story.income.toReversed(),
          rigid: story.rigid.toReversed(),
          obligors: story.obligors.toReversed(),
        };
        const [before, after] = [byKey(assessed(story)), byKey(assessed(turned))];
        for (const [key, finding] of before) {
          const other = after.get(key);
          must(other !== undefined && statusOf(other) === statusOf(finding), `${key} depends on the order`);
          must(other !== undefined && sumOf(other) === sumOf(finding), `the sum of ${key} depends on the order`);
        }
      }),
      runs,
    );
  });

  test('DB and its margin never fit together, and RX fits neither', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const open = assessed(story).filter(
          (one) => ['DB', 'DBB', 'RX'].includes(one.ready.programme.code) && isGranted(one),
        );
        must(open.length <= 1, open.map(keyOf).join(' and '));
      }),
      runs,
    );
  });

  test('more income never opens what is for the poor, and never raises a sum', () => {
    // Whoever leaves for TK changes the household, so each programme is asked by itself.
    const asked = ready.filter(({ programme: { code } }) => code === 'DB' || code === 'TL_X' || code === 'TK');
    expect(asked).toHaveLength(3);
    fc.assert(
      fc.property(anyStory, fc.integer({ min: 1, max: 400_000 }), (story, more) => {
        const monthsFen = Array.from({ length: 12 }, () => more as Fen);
        const richer = {
          ...story,
          income: [...story.income, { memberId: 'm1', kind: 'TRANSFER' as const, monthsFen }],
        };
        for (const one of asked) {
          const [before, after] = [assessed(story, [one]), assessed(richer, [one])];
          for (const [at, finding] of before.entries())
            expect(sumOf(after[at] ?? finding)).toBeLessThanOrEqual(sumOf(finding));
        }
      }),
      runs,
    );
  });

  test('an answer found with facts missing is the answer with all of them', () => {
    const keys = [
      'income',
      'rigid',
      'financialFen',
      'vehicles',
      'dwellings',
      'obligors',
      'emergency',
      'pastRelief',
    ] as const;
    const ofMember = [
      'bornOn',
      'away',
      'disability',
      'isSeverelyIll',
      'study',
      'receives',
      'parents',
      'careGrade',
    ] as const;
    let answered = 0;
    fc.assert(
      fc.property(anyStory, fc.subarray([...keys]), fc.subarray([...ofMember]), (story, untold, unsaid) => {
        const told = {
          ...Object.fromEntries(Object.entries(story).filter(([key]) => !(untold as string[]).includes(key))),
          members: story.members.map((one) => ({
            memberId: one.memberId,
            ...Object.fromEntries(Object.entries(one).filter(([key]) => !(unsaid as string[]).includes(key))),
          })),
        } as NamedStory;
        const whole = byKey(assessed(story));
        for (const finding of assessStory(told, ready)) {
          if (statusOf(finding) === 'open') continue;
          answered += 1;
          const full = whole.get(keyOf(finding));
          must(full !== undefined && statusOf(full) === statusOf(finding), `${keyOf(finding)} was told otherwise`);
          must(full !== undefined && sumOf(full) === sumOf(finding), `${keyOf(finding)} was told another sum`);
        }
      }),
      runs,
    );
    expect(answered).toBeGreaterThan(1_000);
  });
});
