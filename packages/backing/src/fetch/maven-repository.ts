import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const publicRepository = 'https://repo.maven.apache.org/maven2';

/** Where jars come from: MAVEN_REPO_URL, else the user's own mirror of Central, else Central. */
export async function mavenRepository(home: string = homedir()): Promise<string> {
  const given = process.env['MAVEN_REPO_URL'] ?? (await mirrorOfCentral(home)) ?? publicRepository;
  return given.replace(/\/+$/, '');
}

/** What stands in `group:artifact:version[:classifier]`. */
export function partsOf(artifact: string) {
  const [group = '', name = '', version = '', classifier] = artifact.split(':');
  return { group, name, version, classifier };
}

/** The address of an artifact's jar below a repository. */
export function jarUrl(repository: string, artifact: string): string {
  return `${repository}/${jarPath(artifact)}`;
}

/** `group/artifact/version/artifact-version[-classifier].jar`, the layout of every Maven repository. */
export function jarPath(artifact: string): string {
  const { group, name, version, classifier } = partsOf(artifact);
  const file = [name, version, ...(classifier === undefined ? [] : [classifier])].join('-');
  return `${group.replaceAll('.', '/')}/${name}/${version}/${file}.jar`;
}

async function mirrorOfCentral(home: string): Promise<string | undefined> {
  const settings = await readFile(join(home, '.m2', 'settings.xml'), 'utf8').catch(() => '');
  const mirrors = settings.replaceAll(/<!--.*?-->/gs, '').matchAll(/<mirror>(.*?)<\/mirror>/gs);
  for (const [, mirror = ''] of mirrors) {
    const of = element(mirror, 'mirrorOf') ?? '';
    const url = element(mirror, 'url');
    if (/(^|,)\s*(\*|central|external:\*)\s*(,|$)/.test(of) && !of.includes('!central')) return url;
  }
  return undefined;
}

const element = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>\\s*(.*?)\\s*</${name}>`, 's').exec(xml)?.[1];
