import { setImmediate as everythingElse } from 'node:timers/promises';

/** Something that will happen, unless it is called off. */
export interface Appointment {
  cancel(): void;
}

interface Item {
  readonly atMs: number;
  /** Decides, by chance, between what happens in the same millisecond. */
  readonly tie: number;
  readonly order: number;
  run: (() => void) | undefined;
}

/** Virtual time: it stands still while code runs and jumps to whatever is due next. One thing happens at a time. */
export class Schedule {
  nowMs = 0;
  /** How many things have happened. */
  steps = 0;
  private readonly heap: Item[] = [];
  private readonly chance: () => number;
  private order = 0;

  constructor(chance: () => number) {
    this.chance = chance;
  }

  after(ms: number, run: () => void): Appointment {
    this.order += 1;
    const item: Item = { atMs: this.nowMs + Math.max(0, ms), tie: this.chance(), order: this.order, run };
    this.heap.push(item);
    this.rise(this.heap.length - 1);
    return {
      cancel: () => {
        item.run = undefined;
      },
    };
  }

  /** Lets things happen until `isDone`, asked after each, or until nothing is left to happen. */
  async run(isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      const item = this.next();
      if (item === undefined) return;
      if (item.run === undefined) continue;
      this.nowMs = Math.max(this.nowMs, item.atMs);
      this.steps += 1;
      item.run();
      // Every promise that can go on without time passing has gone on when this comes back.
      await everythingElse();
    }
  }

  private next(): Item | undefined {
    const [top] = this.heap;
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) {
      this.heap[0] = last;
      this.sink();
    }
    return top;
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfLater(parent, at)) return;
      at = parent;
    }
  }

  private sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const [a, b] = [this.heap[left], this.heap[right]];
      if (a === undefined) return;
      const child = b !== undefined && isLater(a, b) ? right : left;
      if (!this.swapIfLater(at, child)) return;
      at = child;
    }
  }

  private swapIfLater(upper: number, lower: number): boolean {
    const [a, b] = [this.heap[upper], this.heap[lower]];
    if (a === undefined || b === undefined || !isLater(a, b)) return false;
    this.heap[upper] = b;
    this.heap[lower] = a;
    return true;
  }
}

function isLater(a: Item, b: Item): boolean {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs;
  return a.tie === b.tie ? a.order > b.order : a.tie > b.tie;
}
