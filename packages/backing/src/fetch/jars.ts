import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MissingPrerequisite } from '../missing.ts';
import { findOnPath, run } from '../processes/run.ts';
import { refuseOtherThan, sha256 } from './checked-download.ts';
import { jarPath, jarUrl, mavenRepository, partsOf } from './maven-repository.ts';

/** A jar by its Maven coordinates, group:artifact:version[:classifier], and what it must be. */
export interface PinnedJar {
  readonly artifact: string;
  readonly sha256: string;
}

const fetchesAtOnce = 8;
/** The largest, 86 MB, over a slow line. */
const fetchTimeoutMs = 600_000;

/**
 * Fetches jars into a folder, each checked: from a Maven repository, and where that does not answer by Maven itself.
 * @throws MissingPrerequisite naming `what` needs them when neither works.
 */
export async function fetchJars(
  folder: string,
  jars: readonly PinnedJar[],
  what: string,
  tell: (line: string) => void,
): Promise<void> {
  await fetchPlainly(folder, jars).catch(async (error: Error) => {
    tell(`${error.message}; trying Maven`);
    await copyByMaven(folder, jars, what, error);
  });
}

async function fetchPlainly(folder: string, jars: readonly PinnedJar[]): Promise<void> {
  const repository = await mavenRepository();
  const waiting = [...jars];
  const fetchInTurn = async (): Promise<void> => {
    for (let jar = waiting.pop(); jar !== undefined; jar = waiting.pop()) await fetchJar(repository, jar, folder);
  };
  await Promise.all(Array.from({ length: fetchesAtOnce }, fetchInTurn));
}

async function fetchJar(repository: string, jar: PinnedJar, folder: string): Promise<void> {
  const url = jarUrl(repository, jar.artifact);
  const response = await fetch(url, { signal: AbortSignal.timeout(fetchTimeoutMs) }).catch((cause: unknown) => {
    throw new Error(`${new URL(url).host} cannot be reached`, { cause });
  });
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status} for ${jar.artifact}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  refuseOtherThan(jar.sha256, sha256(bytes), jar.artifact);
  await writeFile(join(folder, basename(jarPath(jar.artifact))), bytes);
}

/** Maven knows the user's mirrors, proxies and passwords, which a plain fetch does not. */
async function copyByMaven(
  folder: string,
  jars: readonly PinnedJar[],
  what: string,
  plainFailure: Error,
): Promise<void> {
  const maven = findOnPath('mvn');
  if (maven === undefined) {
    throw new MissingPrerequisite(
      `${what}'s jars are missing and cannot be fetched (${plainFailure.message}): connect to the network, or set MAVEN_REPO_URL to a Maven repository that answers.`,
      { cause: plainFailure },
    );
  }
  const work = await mkdtemp(join(tmpdir(), 'minzheng-maven-'));
  try {
    await writeFile(join(work, 'pom.xml'), pom(jars));
    const output = join(work, 'jars');
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${output}`, '-Dmdep.useRepositoryLayout=true'];
    await run(maven, ['-q', '-B', '-f', join(work, 'pom.xml'), ...goal]);
    for (const jar of jars) {
      const file = join(output, jarPath(jar.artifact));
      refuseOtherThan(jar.sha256, sha256(await readFile(file)), jar.artifact);
      await copyFile(file, join(folder, basename(file)));
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function pom(jars: readonly PinnedJar[]): string {
  const dependencies = jars.map(({ artifact }) => {
    const { group, name, version, classifier } = partsOf(artifact);
    const which = classifier === undefined ? '' : `<classifier>${classifier}</classifier>`;
    return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>${which}</dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.minzheng</groupId><artifactId>libraries</artifactId><version>1</version>
<dependencies>${dependencies.join('\n')}</dependencies></project>`;
}
