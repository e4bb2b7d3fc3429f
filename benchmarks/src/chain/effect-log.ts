import type { Store, Transaction } from '@minzheng/store';

/** When each effect was committed, by `performance.now()`. */
export class EffectLog {
  readonly effects = new Map<string, number>();
  readonly parked = new Map<string, number>();
  private waiting: { readonly isDone: () => boolean; readonly done: () => void }[] = [];

  /** Resolves as soon as the condition holds; looked at after each commit. */
  until(isDone: () => boolean): Promise<void> {
    if (isDone()) return Promise.resolve();
    return new Promise((done) => this.waiting.push({ isDone, done }));
  }

  untilAll(ids: readonly string[]): Promise<void> {
    return this.until(() => ids.every((id) => this.effects.has(id)));
  }

  /** The store, with every commit that succeeds taken down. */
  watching(store: Store): Store {
    const commit: Store['commit'] = async (cause, work) => {
      const tried: string[] = [];
      const parked: string[] = [];
      const result = await store.commit(cause, (tx) => {
        tried.length = 0;
        parked.length = 0;
        return work(observed(tx, tried, parked));
      });
      this.took(tried, parked);
      return result;
    };
    return { ...store, commit };
  }

  private took(tried: readonly string[], parked: readonly string[]): void {
    const nowMs = performance.now();
    for (const id of tried) if (!this.effects.has(id)) this.effects.set(id, nowMs);
    for (const id of parked) if (!this.parked.has(id)) this.parked.set(id, nowMs);
    const done = this.waiting.filter(({ isDone }) => isDone());
    this.waiting = this.waiting.filter((one) => !done.includes(one));
    for (const one of done) one.done();
  }
}

/** The same transaction, noting what was decided in it and what was parked by it. */
function observed(tx: Transaction, tried: string[], parked: string[]): Transaction {
  const watch: Pick<Transaction, 'apply' | 'park'> = {
    apply: async (repository, id, decide, options) => {
      const state = await tx.apply(repository, id, decide, options);
      tried.push(id);
      return state;
    },
    park: (row) => {
      parked.push(row.id);
      tx.park(row);
    },
  };
  return Object.assign(Object.create(tx) as Transaction, watch);
}
