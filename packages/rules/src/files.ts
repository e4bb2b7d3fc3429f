import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Parameter } from './parameters.ts';
import type { Parameters } from './parameters.ts';

const VERSION_LENGTH = 16;

/** Reads every parameter file under some folders; a file of the wrong shape or a key given twice stops the start and is named. */
export function readParameters(...folders: readonly URL[]): Parameters {
  const parameters = new Map<string, Parameter>();
  for (const { file, url } of folders.flatMap(parameterFilesIn)) {
    const read = Parameter.safeParse(parse(readFileSync(url, 'utf8')));
    if (!read.success) throw new Error(`${file}: ${read.error.message}`);
    if (parameters.has(read.data.key)) throw new Error(`${file}: ${read.data.key} stands in two files`);
    parameters.set(read.data.key, read.data);
  }
  return parameters;
}

const parameterFilesIn = (folder: URL): { file: string; url: URL }[] =>
  filesIn(folder, (name) => /(?:^|parameters\/)[^/]+\.yaml$/.test(name)).map((file) => ({
    file,
    url: new URL(file, folder),
  }));

/** Names the very rules that decided: a digest of their sources and of this package's, so that no change of them can keep the old name. */
export function codeVersion(...folders: readonly URL[]): string {
  const digest = createHash('sha256');
  for (const folder of [new URL('./', import.meta.url), ...folders])
    for (const file of filesIn(folder, isSource)) digest.update(file).update(readFileSync(new URL(file, folder)));
  return digest.digest('hex').slice(0, VERSION_LENGTH);
}

const isSource = (name: string): boolean => name.endsWith('.ts') && !name.endsWith('.test.ts');

const filesIn = (folder: URL, wanted: (name: string) => boolean): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(wanted).toSorted();
