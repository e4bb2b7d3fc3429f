import { codeVersion, readParameters } from '@minzheng/rules/files';
import type { RuleBook } from '../routes/rule-book.ts';

/** The figures as data, and the name of the rules that read them. */
export const readLaw = (): RuleBook => ({
  parameters: readParameters(new URL('../../parameters/', import.meta.url)),
  codeVersion: codeVersion(new URL('../domain/rules/', import.meta.url)),
});
