import { reachOf } from '@minzheng/types';
import type { Caller, CloudEvent } from '@minzheng/types';

/** What a page is told: that this has happened to that; the rest it reads from the owner, who looks at its rights again. */
export interface News {
  readonly type: string;
  readonly subject: string;
}

/** Somebody who listens. */
export interface Listener {
  readonly caller: Caller;
  tell(news: News): void;
}

/** Those who listen, found by the person and the divisions that their roles let them reach. */
export class Audience {
  readonly #byPerson = new Map<string, Set<Listener>>();
  readonly #byDivision = new Map<string, Set<Listener>>();

  /** Returns how to leave. */
  add(listener: Listener): () => void {
    const reach = reachOf(listener.caller);
    if (reach === 'everything') throw new TypeError('nobody who calls reaches everything');
    const seats = [
      ...reach.personIds.map((id) => ({ seats: this.#byPerson, key: id as string })),
      ...reach.divisions.map((code) => ({ seats: this.#byDivision, key: code as string })),
    ];
    for (const { seats: rows, key } of seats) rows.set(key, (rows.get(key) ?? new Set()).add(listener));
    return () => {
      for (const { seats: rows, key } of seats) {
        rows.get(key)?.delete(listener);
        if (rows.get(key)?.size === 0) rows.delete(key);
      }
    };
  }

  /** Whether somebody listens who is this person. */
  hears(personId: string | undefined): boolean {
    return personId !== undefined && this.#byPerson.has(personId);
  }

  /** Tells only whoever it is about: what a run does line by line is too much for an office to look at. */
  tellPerson({ type, subject, personid }: CloudEvent): void {
    for (const listener of this.#byPerson.get(personid ?? '') ?? []) listener.tell({ type, subject });
  }

  /** An event that names neither a person nor a division is nobody's. */
  tell({ type, subject, personid, divisioncode }: CloudEvent): void {
    const listeners = new Set<Listener>(personid === undefined ? [] : this.#byPerson.get(personid));
    for (const within of prefixesOf(divisioncode ?? '')) {
      for (const listener of this.#byDivision.get(within) ?? []) listeners.add(listener);
    }
    for (const listener of listeners) listener.tell({ type, subject });
  }
}

/** A division lies within every division whose code begins its own. */
const prefixesOf = (code: string): string[] => Array.from(code, (_, at) => code.slice(0, at + 1));
