import { existsSync, readFileSync } from 'node:fs';

const longestLine = 300;

/** The end of a log, indented, for a person who asks why something did not start. */
export function lastWords(file: string, lines: number): string {
  const text = (existsSync(file) ? readFileSync(file, 'utf8') : '').trim().split('\n').slice(-lines);
  return text.map((line) => line.slice(0, longestLine)).join('\n  ');
}
