import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { wipeBacking, zipkin } from '@minzheng/backing';
import { systemClocks } from '@minzheng/types';
import { accountNames, writeAccounts } from './accounts.ts';
import { runChore } from './chore.ts';
import { chosenClock } from './civil-clock.ts';
import { refuseFullDisk } from './disk.ts';
import { Ended, type Ending } from './ending.ts';
import type { Options } from './options.ts';
import { makePlaces, type Places, repository } from './places.ts';
import { Platform } from './platform.ts';
import { refuseTakenPorts } from './ports.ts';
import {
  door,
  outsiders,
  type OwnProcess,
  serverSettings,
  services,
  type Surroundings,
  tracesUrlOf,
  traceViewer,
  urlOf,
} from './process-table.ts';
import { say, step } from './say.ts';
import { startFigures } from './start-figures.ts';
import { openSecrets } from './secrets.ts';
import { buildPages } from './build-pages.ts';
import { countServers } from './server-counts.ts';

/** Starts the platform, keeps it up until the end is wished, and stops all of it, whatever happened. */
export async function runPlatform(options: Options, places: Places, ending: Ending): Promise<void> {
  const isFirst = options.isFresh || !existsSync(places.clockFile);
  const around = await prepare(options, places);
  const platform = new Platform(around, ending);
  try {
    const readyMs = await startInOrder(platform, around, options, ending);
    say(`\n${await startFigures({ isFirst, readyMs, pids: await platform.pids() })}`);
    say(
      `\nThe platform answers at ${urlOf(around.ports, 'gateway')} (${seconds(sinceCommandMs())} after the command; Ctrl-C ends it).`,
    );
    if (options.hasTraces) say(`Its traces are shown at ${tracesUrlOf(around.ports)}`);
    await ending.wished;
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  } finally {
    const stop = performance.now();
    await platform.stop();
    say(`Everything is stopped (${seconds(performance.now() - stop)}).`);
  }
}

async function prepare(options: Options, places: Places): Promise<Surroundings> {
  if (options.isFresh) {
    await wipeBacking(places.dataDir);
    await rm(places.accountsFile, { force: true });
    await makePlaces(places.localDir);
  }
  // The mail relay listens twice: for e-mail, and for whoever asks what became of it.
  const own = [...[...outsiders, ...services, ...door].map(({ name }) => name), 'smtp'].map((name) => [name, 1]);
  const servers = await countServers(places.dataDir, options);
  await refuseFullDisk(places.localDir);
  await refuseTakenPorts(options.ports, {
    ...Object.fromEntries(own),
    ...servers,
    ...(options.hasTraces && { 'trace-viewer': 1 }),
  });
  const secrets = await openSecrets(places.secretsFile, accountNames);
  await writeAccounts(places.accountsFile, secrets);
  for (const name of ['bank', 'sms', 'data-exchange']) await mkdir(join(places.dataDir, name), { recursive: true });
  const clock = await chosenClock(places.clockFile, options.clock);
  return { places, ports: options.ports, secrets, clock, hasTraces: options.hasTraces };
}

/** Gives how long after the command everything was ready, in ms: before the demonstration. */
async function startInOrder(
  platform: Platform,
  around: Surroundings,
  options: Options,
  ending: Ending,
): Promise<number> {
  // The parties outside and the pages need no server: they start while the servers do.
  const viewer = platform.startStage(await viewerOf(around, ending), {});
  const outside = platform.startStage(outsiders, {});
  const pages = buildPages(around.places, ending);
  const [backing] = await step('Kafka, MongoDB, Redis, pages', () =>
    Promise.all([platform.startServers(options), viewer, outside, pages]),
  );
  const servers = serverSettings(backing);
  await step('migrations and topics', () => runTool(servers, around.places, ending));
  await step('services and gateway', () => platform.startStages([services, door], servers));
  const readyMs = sinceCommandMs();
  await platform.writeFile();
  await demonstrate(options, around, ending);
  await platform.writeFile();
  return readyMs;
}

/** Where traces are wanted, what shows them. */
async function viewerOf({ places, ports, hasTraces }: Surroundings, ending: Ending): Promise<OwnProcess[]> {
  if (!hasTraces) return [];
  const bringing = zipkin(places.serversDir, ports['trace-viewer'], (line) => say(`  ${line}`));
  return [traceViewer(await ending.unless(bringing))];
}

async function runTool(servers: Record<string, string>, places: Places, ending: Ending): Promise<void> {
  const tool = { entry: 'packages/cli/src/main.ts', settings: { ...servers, MINZHENG_ENV: 'local' }, isQuiet: true };
  const chores = [
    { ...tool, name: 'migrate', args: ['migrate'] },
    { ...tool, name: 'topics', args: ['topics', 'apply'] },
  ];
  await Promise.all(chores.map((chore) => runChore(chore, places, ending)));
}

/** Without the demonstration its residents are still made known, so that their accounts can be used. It needs a clock that it can move. */
async function demonstrate(options: Options, { places, clock }: Surroundings, ending: Ending): Promise<void> {
  const entry = 'infra/local/src/demo/main.ts';
  if (!existsSync(join(repository, entry))) return;
  const args = options.hasDemonstration && clock !== undefined ? [] : ['--residents-only'];
  const settings = { MINZHENG_LOCAL_DIR: places.localDir };
  say('');
  await runChore({ name: 'demonstration', entry, args, settings, isQuiet: false }, places, ending);
}

/** The entry counts from its own first moment: bringing tools and dependencies is part of a start. */
function sinceCommandMs(): number {
  const began = Number(process.env['MINZHENG_COMMAND_BEGAN_MS']) || performance.timeOrigin;
  return systemClocks.machine.nowMs() - began;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
