import { rm } from 'node:fs/promises';
import { type Backing, type KeptProcessNews, startBacking } from '@minzheng/backing';
import { systemClocks } from '@minzheng/types';
import type { Ending } from './ending.ts';
import type { Options } from './options.ts';
import { type RunningProcess, startOwn, waitUntilReady } from './own-processes.ts';
import { writePlatformFile } from './platform-file.ts';
import type { OwnProcess, ServerSettings, Surroundings } from './process-table.ts';
import { say } from './say.ts';
import { stopInReverse } from './shutdown.ts';

/** Everything that runs, from the first process to the last. */
export class Platform {
  readonly #around: Surroundings;
  readonly #ending: Ending;
  readonly #startedAt = systemClocks.civil.now();
  /** Promises, so that a process that is just being started when the end is wished is stopped too. */
  readonly #stages: Promise<RunningProcess>[][] = [];
  #starting: Promise<Backing> | undefined;
  #backing: Backing | undefined;
  #writing: Promise<void> = Promise.resolve();
  #stopping: Promise<void> | undefined;

  constructor(around: Surroundings, ending: Ending) {
    this.#around = around;
    this.#ending = ending;
  }

  /** Starts Kafka, MongoDB and Redis on the data of the last start. */
  async startServers({ brokers, mongods }: Partial<Pick<Options, 'brokers' | 'mongods'>> = {}): Promise<Backing> {
    const { places, ports } = this.#around;
    this.#starting = startBacking({
      dataDir: places.dataDir,
      serversDir: places.serversDir,
      logsDir: places.logsDir,
      ...(brokers === undefined ? {} : { brokers }),
      ...(mongods === undefined ? {} : { mongods }),
      ports: { kafka: ports.kafka, mongodb: ports.mongodb, redis: ports.redis },
      onProgress: (line) => say(`  ${line}`),
      onNews: this.#tell,
    });
    this.#backing = await this.#ending.unless(this.#starting);
    this.#backing.how.forEach((line) => say(`  ${line}`));
    return this.#backing;
  }

  /** Starts the processes of one stage side by side and waits until each is ready. */
  async startStage(table: readonly OwnProcess[], servers: ServerSettings): Promise<void> {
    const stage: Promise<RunningProcess>[] = [];
    this.#stages.push(stage);
    const startOne = async (own: OwnProcess): Promise<void> => {
      const starting = startOwn(own, this.#around, servers, this.#tell);
      stage.push(starting);
      await waitUntilReady(await starting, this.#ending.signal);
    };
    await this.#ending.unless(Promise.all(table.map((own) => startOne(own))));
  }

  /** Starts stages that need not wait for one another; they are stopped one by one all the same, the last of them first. */
  async startStages(tables: readonly (readonly OwnProcess[])[], servers: ServerSettings): Promise<void> {
    await Promise.all(tables.map((table) => this.startStage(table, servers)));
  }

  /** Writes platform.json, after whatever write is under way. */
  async writeFile(): Promise<void> {
    this.#writing = this.#writeAfter(this.#writing);
    await this.#writing;
  }

  async #writeAfter(previous: Promise<void>): Promise<void> {
    await previous;
    if (this.#backing === undefined) return;
    const running = await Promise.all(this.#stages.flat());
    await writePlatformFile(this.#startedAt, this.#around, this.#backing, running);
  }

  /** Process ids by name, of the servers that are ours too; the command is what a person has started all of it with. */
  async pids(): Promise<Record<string, number>> {
    const own = (await Promise.all(this.#stages.flat())).flatMap(({ name, kept }): [string, number][] => {
      const pid = kept.pid();
      return pid === undefined ? [] : [[name, pid]];
    });
    return { ...this.#backing?.pids, ...Object.fromEntries(own), supervisor: process.pid, command: process.ppid };
  }

  /** Stops what runs in reverse order, within 20 s. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    await stopInReverse(this.#stages, this.#starting);
    await this.#writing;
    await rm(this.#around.places.platformFile, { force: true });
  }

  readonly #tell: KeptProcessNews = ({ name, kind, code, inMs }) => {
    if (this.#ending.signal.aborted) return;
    say(kind === 'ended' ? `! ${name} ended with ${code}; starting it again in ${inMs} ms` : `· ${name} runs again`);
    void this.writeFile();
  };
}
