import { startConsumer, startParkedRetries, startRelay } from '@minzheng/messaging';
import type { Broker, OutgoingRecord } from '@minzheng/messaging';
import type { Bug } from './bugs/bug.ts';
import { Cluster } from './broker/cluster.ts';
import { SimulatedBroker } from './broker/simulated-broker.ts';
import { Life } from './engine/life.ts';
import type { World } from './engine/world.ts';
import type { Shape } from './plan.ts';
import { Database } from './store/database.ts';
import type { Observer } from './store/database.ts';
import { RULES } from './store/rules.ts';
import { SimulatedStore } from './store/simulated-store.ts';
import type { StoreParts } from './store/simulated-store.ts';
import { lanesOf, SERVICES } from './workload/services.ts';
import type { Service } from './workload/services.ts';

/** A running process of a service: the real relay, consumers and retries on simulated ground. */
export interface Running {
  readonly life: Life;
  readonly store: StoreParts;
  readonly broker: SimulatedBroker;
}

/** Who is told of what happens inside. */
export interface SystemObserver extends Observer {
  sending(life: Life, records: readonly OutgoingRecord[]): void;
}

/** All processes, databases and brokers of one run. */
export class System {
  readonly world: World;
  readonly cluster: Cluster;
  readonly databases: ReadonlyMap<Service, Database>;
  /** What could not be done before can be done once this is set. */
  isMended = false;
  private readonly shape: Shape;
  private readonly bug: Bug | undefined;
  private readonly running = new Map<string, Running>();
  private readonly skews = new Map<string, number>();
  private lives = 0;

  constructor(world: World, shape: Shape, bug: Bug | undefined, observer: SystemObserver) {
    this.world = world;
    this.shape = shape;
    this.bug = bug;
    this.cluster = new Cluster(world, shape.partitions, (life, records) => observer.sending(life, records));
    const rules = { ...RULES, ...bug?.rules };
    this.databases = new Map(
      SERVICES.map((service) => [service, new Database(world, service, shape.slots, rules, observer)]),
    );
  }

  /** Throws RangeError when there is none. */
  database(service: Service): Database {
    const found = this.databases.get(service);
    if (found === undefined) throw new RangeError(`no service ${service}`);
    return found;
  }

  startAll(): void {
    for (const service of SERVICES) {
      for (let copy = 1; copy <= this.shape.copies; copy += 1) this.start(service, copy);
    }
  }

  /** Starts what does not run. */
  start(service: Service, copy: number): void {
    const place = `${service}-${copy}`;
    if (this.running.get(place)?.life.isAlive === true) return;
    this.lives += 1;
    const life = new Life(this.world, service, `${place}#${this.lives}`, this.skewOf(place));
    const broker = new SimulatedBroker(life, this.cluster);
    const simulated = new SimulatedStore(life, this.database(service));
    const store =
      this.bug?.store?.(simulated, { life, database: this.database(service), cluster: this.cluster }) ?? simulated;
    this.running.set(place, { life, broker, store });
    this.world.note(life.name, 'starts');
    this.setGoing(life, this.bug?.broker?.(broker, life) ?? broker, store, service, copy);
  }

  crash(service: Service, copy: number, forMs: number): void {
    this.at(service, copy)?.life.crash();
    this.world.schedule.after(forMs, () => this.start(service, copy));
  }

  at(service: Service, copy: number): Running | undefined {
    return this.running.get(`${service}-${copy}`);
  }

  /** Those that can be spoken to. */
  alive(service: Service): Running[] {
    return [...this.running.values()].filter(({ life }) => life.isAlive && life.service === service);
  }

  /** No fault lasts beyond this. */
  heal(): void {
    this.world.note('world', 'HEALED');
    this.isMended = true;
    for (const server of [...this.cluster.brokers, ...[...this.databases.values()].map((one) => one.server)])
      server.heal();
    for (const { life } of this.running.values()) life.resume();
    this.startAll();
  }

  private setGoing(life: Life, broker: Broker, store: StoreParts, service: Service, copy: number): void {
    const { troubleEvery } = this.shape;
    const isTroubled = (number: number): boolean => troubleEvery > 0 && !this.isMended && number % troubleEvery === 0;
    const onFatal = (): void => {
      if (life.isAlive) this.crash(service, copy, 1_000);
    };
    startRelay(broker, store, { owner: life.name });
    for (const lane of lanesOf(service, isTroubled)) {
      startConsumer(broker, store, { ...lane, onFatal });
      startParkedRetries(broker, store, lane);
    }
  }

  private skewOf(place: string): number {
    const known = this.skews.get(place) ?? this.world.random.between(-this.shape.skewMs, this.shape.skewMs);
    this.skews.set(place, known);
    return known;
  }
}
