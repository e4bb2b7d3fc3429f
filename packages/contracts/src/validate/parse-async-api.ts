import { Parser } from '@asyncapi/parser';

/** Spectral's numbers: 0 is an error, 1 a warning; the rest is advice. */
const WORST = 0;
const WARNING = 1;

/** The parser's complaints about a document, each with its place; none for a good one. */
export async function parseAsyncApi(file: string, text: string): Promise<string[]> {
  const { diagnostics } = await new Parser().parse(text);
  return diagnostics
    .filter(({ severity }) => [WORST, WARNING].includes(severity))
    .map(({ path, message, code }) => `${file}: #/${path.join('/')} ${message} (${String(code)})`);
}
