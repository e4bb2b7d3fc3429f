import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fillFolder } from './checked-download.ts';
import { findJava } from './java.ts';
import { fetchJars, type PinnedJar } from './jars.ts';
import { jarPath } from './maven-repository.ts';

/** The Zipkin release that is fetched. */
export const zipkinVersion = '3.6.1';

const jar: PinnedJar = {
  artifact: `io.zipkin:zipkin-server:${zipkinVersion}:slim`,
  sha256: '981b1de6139b4f8f787a909c308028732f9713ae5284353d2a5aa404d1094775',
};
/** Some 330 MB with a full store, however long it runs: the oldest spans make room. */
const jvmOptions = ['-Xmx192m', '-Xms32m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const mostSpans = 30_000;

/** How to run a program. */
export interface Runnable {
  readonly command: string;
  readonly args: readonly string[];
}

/** Zipkin, a viewer of traces that keeps them in memory, on a loopback port; its jar is fetched and checked at first use (86 MB). */
export async function zipkin(serversDir: string, port: number, tell: (line: string) => void): Promise<Runnable> {
  const [command, program] = await Promise.all([findJava(serversDir, 'Zipkin', tell), zipkinJar(serversDir, tell)]);
  const settings = [`port=${port}`, 'ip=127.0.0.1', 'protocols[0]=http'].map((one) => `--armeria.ports[0].${one}`);
  const store = ['--zipkin.storage.type=mem', `--zipkin.storage.mem.max-spans=${mostSpans}`];
  return { command, args: [...jvmOptions, '-jar', program, ...settings, ...store] };
}

async function zipkinJar(serversDir: string, tell: (line: string) => void): Promise<string> {
  const folder = join(serversDir, `zipkin-${zipkinVersion}`);
  if (!existsSync(folder)) {
    tell(`Fetching Zipkin ${zipkinVersion} (86 MB, once)`);
    await fillFolder(folder, (empty) => fetchJars(empty, [jar], 'Zipkin', tell));
  }
  return join(folder, basename(jarPath(jar.artifact)));
}
