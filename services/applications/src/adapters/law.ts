import { codeVersion, readParameters } from '@minzheng/rules/files';
import type { RuleBook } from '../domain/rule-book.ts';

const domain = new URL('../domain/', import.meta.url);

/** The figures as data, and the name of the rules that read them; what one programme alone reads stands in its own folder. */
export const readLaw = (): RuleBook => ({
  parameters: readParameters(new URL('../../parameters/', import.meta.url), new URL('programmes/', domain)),
  codeVersion: codeVersion(new URL('means-test/', domain), new URL('programmes/', domain)),
});
