import type { World } from './world.ts';

/** What can be the matter with a server, until when. */
export type Ailment = 'frozen' | 'away' | 'lossy' | 'slow';

const SLOW_MS = 1_500;

/** A server as its callers meet it: healthy, stopped for a while, not there, or behind a bad line. */
export class Server {
  readonly name: string;
  private readonly world: World;
  private readonly until = new Map<Ailment, number>();

  constructor(name: string, world: World) {
    this.name = name;
    this.world = world;
  }

  suffer(ailment: Ailment, forMs: number): void {
    this.world.note(this.name, `${ailment} for ${forMs} ms`);
    this.until.set(ailment, this.world.nowMs + forMs);
  }

  heal(): void {
    this.until.clear();
  }

  has(ailment: Ailment): boolean {
    return this.leftMs(ailment) > 0;
  }

  leftMs(ailment: Ailment): number {
    return Math.max(0, (this.until.get(ailment) ?? 0) - this.world.nowMs);
  }

  /** How long one way takes just now. */
  wayMs(): number {
    const { random } = this.world;
    if (this.has('slow')) return random.between(1, SLOW_MS);
    return random.chance(0.02) ? random.between(5, 200) : random.between(1, 5);
  }
}
