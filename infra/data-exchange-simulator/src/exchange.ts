import type { Journal } from '@minzheng/simulator';
import type { CivilClock, LocalDate } from '@minzheng/types';
import { LocalDate as AnyDate } from '@minzheng/types';
import { z } from 'zod';
import { CheckRequest, Department, Inhabitant } from './facts.ts';
import type { Reply } from './facts.ts';

const Entry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('loaded'), inhabitants: z.array(Inhabitant) }),
  z.strictObject({ type: z.literal('asked'), request: CheckRequest }),
  z.strictObject({ type: z.literal('replied'), requestId: z.string(), department: Department, asOf: AnyDate }),
]);
type Entry = z.infer<typeof Entry>;

interface Check {
  readonly request: CheckRequest;
  readonly replied: ReadonlyMap<Department, LocalDate>;
}

/** How far a check has come: 'partial' until every department has replied. */
export interface Standing {
  readonly requestId: string;
  readonly status: 'partial' | 'complete';
  readonly replies: readonly Reply[];
}

export type Asked =
  | { ok: true; standing: Standing; isNew: boolean }
  | { ok: false; code: 'other-content' | 'no-authorisation' };

/** The departments' memory, and what they were asked. What is in the journal has happened. */
export class Exchange {
  /** Entries written since it opened. */
  moves = 0;
  readonly #journal: Journal;
  readonly #clock: CivilClock;
  readonly #inhabitants = new Map<string, Inhabitant>();
  readonly #checks = new Map<string, Check>();

  constructor(journal: Journal, clock: CivilClock) {
    this.#journal = journal;
    this.#clock = clock;
    for (const line of journal.lines) this.#remember(Entry.parse(line));
  }

  /** Known from now on with exactly these holdings. */
  load(inhabitants: readonly Inhabitant[]): void {
    this.#write({ type: 'loaded', inhabitants: [...inhabitants] });
  }

  get size(): number {
    return this.#inhabitants.size;
  }

  /** Takes a check once; nobody is asked about without an authorisation (CHK-1). */
  ask(request: CheckRequest): Asked {
    const known = this.#checks.get(request.requestId);
    if (known && JSON.stringify(known.request) !== JSON.stringify(request)) return { ok: false, code: 'other-content' };
    if (request.members.some(({ authorisation }) => authorisation === undefined)) {
      return { ok: false, code: 'no-authorisation' };
    }
    if (!known) this.#write({ type: 'asked', request });
    return { ok: true, standing: this.#standing(request.requestId), isNew: known === undefined };
  }

  find(requestId: string): Standing | undefined {
    return this.#checks.has(requestId) ? this.#standing(requestId) : undefined;
  }

  /** Every reply that is still owed. */
  owed(): { requestId: string; department: Department }[] {
    return [...this.#checks.values()].flatMap(({ request: { requestId, departments }, replied }) =>
      departments.filter((department) => !replied.has(department)).map((department) => ({ requestId, department })),
    );
  }

  reply(requestId: string, department: Department): void {
    if (this.#checks.get(requestId)?.replied.has(department) !== false) return;
    this.#write({ type: 'replied', requestId, department, asOf: this.#clock.today() });
  }

  #standing(requestId: string): Standing {
    const { request, replied } = this.#checks.get(requestId) as Check;
    const replies = [...replied].map(([department, asOf]) => this.#replyOf(request, department, asOf));
    return { requestId, status: replies.length === request.departments.length ? 'complete' : 'partial', replies };
  }

  #replyOf({ members }: CheckRequest, department: Department, asOf: LocalDate): Reply {
    const said = members.map(({ residentId }) => {
      const items = this.#inhabitants.get(residentId)?.holdings[department];
      return items === undefined
        ? { residentId, quality: 'NO_DATA' as const }
        : { residentId, quality: 'OK' as const, items };
    });
    return { department, asOf, members: said };
  }

  #write(entry: Entry): void {
    this.#journal.append(entry);
    this.moves += 1;
    this.#remember(entry);
  }

  #remember(entry: Entry): void {
    if (entry.type === 'loaded') for (const one of entry.inhabitants) this.#inhabitants.set(one.residentId, one);
    else if (entry.type === 'asked')
      this.#checks.set(entry.request.requestId, { request: entry.request, replied: new Map() });
    else this.#note(entry);
  }

  #note({ requestId, department, asOf }: Extract<Entry, { type: 'replied' }>): void {
    const check = this.#checks.get(requestId) as Check;
    this.#checks.set(requestId, { ...check, replied: new Map([...check.replied, [department, asOf]]) });
  }
}
