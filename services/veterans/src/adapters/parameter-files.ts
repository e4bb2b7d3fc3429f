import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Parameter } from '../domain/figures/parameters.ts';
import type { Parameters } from '../domain/figures/parameters.ts';

const directory = new URL('../../parameters/', import.meta.url);

/** Reads every parameter file; a file of the wrong shape or a key given twice stops the start and is named. */
export function readParameters(): Parameters {
  const parameters = new Map<string, Parameter>();
  for (const name of readdirSync(directory).filter((file) => file.endsWith('.yaml'))) {
    const read = Parameter.safeParse(parse(readFileSync(new URL(name, directory), 'utf8')));
    if (!read.success) throw new Error(`parameters/${name}: ${read.error.message}`);
    if (parameters.has(read.data.key)) throw new Error(`parameters/${name}: ${read.data.key} stands in two files`);
    parameters.set(read.data.key, read.data);
  }
  return parameters;
}
