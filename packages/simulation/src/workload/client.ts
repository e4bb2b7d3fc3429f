import type { Cause, Transaction } from '@minzheng/store';
import type { Running, System } from '../system.ts';
import { ask, sayNext } from './decisions.ts';
import { repository } from './services.ts';
import { COLLECTIONS } from './states.ts';
import type { Claim, Stream } from './states.ts';

const PATIENCE_MS = 10_000;
const AGAIN_MS = 500;

const streams = repository<Stream>(COLLECTIONS.streams);
const claims = repository<Claim>(COLLECTIONS.claims);

/** What somebody outside wants done: the same command however often it is sent. */
export interface Command {
  readonly name: string;
  readonly work: (tx: Transaction) => Promise<unknown>;
}

export const saying = (stream: string, command: string): Command => ({
  name: `${stream} ${command}`,
  work: (tx) => tx.apply(streams, stream, (state) => sayNext(state, stream, command)),
});

export const claiming = (id: string, amountFen: number, willCancel: boolean): Command => ({
  name: id,
  work: (tx) => tx.apply(claims, id, (state) => ask(state, id, amountFen, willCancel)),
});

/** Sends commands to whichever process lives, and again when it is not answered, until it is. */
export class Client {
  readonly acknowledged: string[] = [];
  private readonly system: System;
  private waiting = 0;

  constructor(system: System) {
    this.system = system;
  }

  get isDone(): boolean {
    return this.waiting === 0;
  }

  send(command: Command): void {
    this.waiting += 1;
    this.attempt(command);
  }

  private attempt(command: Command): void {
    const { world } = this.system;
    const alive = this.system.alive('applications');
    let isOver = false;
    const end = (isDone: boolean): void => {
      if (isOver) return;
      isOver = true;
      if (isDone) this.answered(command);
      else world.schedule.after(AGAIN_MS, () => this.attempt(command));
    };
    if (alive.length === 0) return end(false);
    const running = world.random.pick(alive);
    const patience = world.schedule.after(PATIENCE_MS, () => end(false));
    running.life.later(1, `command ${command.name}`, () => {
      void isCommitted(running, command).then((isDone) => {
        patience.cancel();
        return end(isDone);
      });
    });
  }

  private answered({ name }: Command): void {
    this.system.world.note('client', `${name} acknowledged`);
    this.acknowledged.push(name);
    this.waiting -= 1;
  }
}

/** Whether the process says that it is done; that it says no, or that it does not know, is all the same to who will ask again. */
function isCommitted({ store }: Running, { name, work }: Command): Promise<boolean> {
  const cause: Cause = { viewer: 'system', actor: 'client', correlationId: name.replaceAll(' ', '-') };
  return store.commit(cause, work).then(
    () => true,
    () => false,
  );
}
