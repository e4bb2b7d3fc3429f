/** What was done, backwards: a step that fails half-way is taken back without touching the steps before it. */
export class UndoLog {
  private readonly steps: (() => void)[] = [];

  get mark(): number {
    return this.steps.length;
  }

  /** Sets a map's entry so that it can be taken back. */
  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    const had = map.has(key);
    const before = map.get(key) as V;
    map.set(key, value);
    this.steps.push(() => void (had ? map.set(key, before) : map.delete(key)));
  }

  /** Appends to a list so that it can be taken back. */
  push<V>(list: V[], ...values: V[]): void {
    list.push(...values);
    this.steps.push(() => void list.splice(list.length - values.length));
  }

  backTo(mark: number): void {
    while (this.steps.length > mark) this.steps.pop()?.();
  }
}
