import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { MissingPrerequisite } from '../missing.ts';
import { findOnPath, run } from '../processes/run.ts';
import { fillFolder, refuseOtherThan, sha256 } from './checked-download.ts';
import jars from './kafka-jars.json' with { type: 'json' };
import { jarPath, jarUrl, mavenRepository } from './maven-repository.ts';

/** The Kafka release that kafka-jars.json pins. */
export const kafkaVersion = '4.4.0';

const fetchesAtOnce = 8;
const fetchTimeoutMs = 120_000;

/** The folder with Kafka's jars, fetched and checked at first use (43 MB). */
export async function kafkaLibraries(serversDir: string, tell: (line: string) => void): Promise<string> {
  const folder = join(serversDir, `kafka-${kafkaVersion}`);
  if (existsSync(folder)) return folder;
  tell(`Fetching Kafka ${kafkaVersion} (${jars.length} jars, 43 MB, once)`);
  await fillFolder(folder, async (empty) => {
    await fetchPlainly(empty).catch(async (error: Error) => {
      tell(`${error.message}; trying Maven`);
      await copyByMaven(empty, error);
    });
  });
  return folder;
}

async function fetchPlainly(folder: string): Promise<void> {
  const repository = await mavenRepository();
  const waiting = [...jars];
  const fetchInTurn = async (): Promise<void> => {
    for (let jar = waiting.pop(); jar !== undefined; jar = waiting.pop()) await fetchJar(repository, jar, folder);
  };
  await Promise.all(Array.from({ length: fetchesAtOnce }, fetchInTurn));
}

async function fetchJar(repository: string, jar: { artifact: string; sha256: string }, folder: string): Promise<void> {
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
async function copyByMaven(folder: string, plainFailure: Error): Promise<void> {
  const maven = findOnPath('mvn');
  if (maven === undefined) {
    throw new MissingPrerequisite(
      `Kafka's jars are missing and cannot be fetched (${plainFailure.message}): connect to the network, or set MAVEN_REPO_URL to a Maven repository that answers.`,
      { cause: plainFailure },
    );
  }
  const work = await mkdtemp(join(tmpdir(), 'minzheng-maven-'));
  try {
    await writeFile(join(work, 'pom.xml'), pom());
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

function pom(): string {
  const dependencies = jars.map(({ artifact }) => {
    const [group, name, version] = artifact.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.minzheng</groupId><artifactId>kafka-libraries</artifactId><version>1</version>
<dependencies>${dependencies.join('\n')}</dependencies></project>`;
}
