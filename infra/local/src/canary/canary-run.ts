import { readFile } from 'node:fs/promises';
import { SharedClock } from '../demo/shared-clock.ts';
import { makePlaces, type Places } from '../places.ts';
import { canaries } from './canaries.ts';
import { type Canary, givenBy } from './canary.ts';
import { CanaryApi } from './canary-api.ts';
import type { Channel, PlatformFile, Watched } from './channel.ts';
import { channels } from './channels.ts';
import { giveLogins, linkLogins } from './logins.ts';
import { needlesOf } from './needles.ts';
import { type OwnPlatform, startOwnPlatform } from './own-platform.ts';
import { loadPopulation } from './population.ts';
import { type Report, reportOf } from './report.ts';
import { Search } from './search.ts';
import { type Answered, slipUp } from './slips.ts';
import { tell } from './story.ts';
import { openWatch, type Watch } from './watch/open-watch.ts';

/** What a run is asked for. */
export interface Asked {
  readonly persons: number;
  readonly seed: number;
  /** Of its own: wiped first. */
  readonly localDir: string;
  readonly say: (line: string) => void;
}

/** The platform after its story, with everything to look for. */
export interface CanaryRun {
  readonly canaries: readonly Canary[];
  plant(channel: string, bytes: Buffer): Promise<void>;
  /** Reads every channel to its end. */
  read(): Promise<Report>;
  stop(): Promise<void>;
}

/** So many get requests wrong. */
const SLIPPING = 10;

/** Starts a platform, carries the canaries through it, and leaves it running to be read. Stops it when that fails. */
export async function startCanaryRun(asked: Asked): Promise<CanaryRun> {
  const { localDir, say } = asked;
  const places = await makePlaces(localDir);
  const watch = await openWatch(localDir);
  say('A platform is started, whose traces come here.');
  let own: OwnPlatform | undefined;
  const stop = async (): Promise<void> => {
    await own?.stop();
    await watch.close();
  };
  try {
    own = await startOwnPlatform(localDir, watch.otlp.url);
    const all = canaries(asked.persons, asked.seed);
    say(`${all.length} canaries are carried through it.`);
    const { api, answers } = await carry(asked, places, watch, all);
    const watched: Watched = {
      ...watch,
      platform: await readPlatform(places.platformFile),
      localDir,
      answers,
      moreMetrics: [],
      tokenOf: (account) => api.token(account),
    };
    return {
      canaries: all,
      plant: (name, bytes) => channelNamed(name).plant(watched, bytes),
      read: () => readAll(all, api, watched, say),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function carry(
  { say }: Asked,
  { platformFile, accountsFile }: Places,
  watch: Watch,
  all: readonly Canary[],
): Promise<{ api: CanaryApi; answers: Answered[] }> {
  const platform = await readPlatform(platformFile);
  const { gatewayUrl, simulators } = platform;
  await watch.follow(platform.redisUrl);
  const api = new CanaryApi({ ...platform, accounts: await giveLogins(accountsFile, all) }, all);
  await loadPopulation(simulators.dataExchange, all);
  const link = (personIds: ReadonlyMap<string, string>): Promise<void> => linkLogins(accountsFile, personIds);
  await tell({ api, clock: new SharedClock(gatewayUrl), ...simulators, link, say }, all);
  const tokenOf = (account: string): Promise<string> => api.token(account);
  return { api, answers: await slipUp(gatewayUrl, tokenOf, all.slice(0, SLIPPING)) };
}

const readPlatform = async (file: string): Promise<PlatformFile> =>
  JSON.parse(await readFile(file, 'utf8')) as PlatformFile;

/** Throws RangeError for a name that no channel has. */
export function channelNamed(name: string): Channel {
  const channel = channels.find((one) => one.name === name);
  if (channel === undefined)
    throw new RangeError(`there is no channel ${name}: ${channels.map((one) => one.name).join(', ')}`);
  return channel;
}

async function readAll(all: readonly Canary[], api: CanaryApi, watched: Watched, say: Asked['say']): Promise<Report> {
  say('Everything is read.');
  const given = all.flatMap((canary) => givenBy(canary));
  const needles = needlesOf(given, api.sent);
  const search = new Search(needles);
  const readings = [];
  for (const channel of channels) readings.push(await search.read(channel, watched));
  const encodings = new Set(needles.map(({ encoding }) => encoding)).size;
  return reportOf({ persons: all.length, values: given.length, encodings }, readings);
}
