import type { IncomingMessage } from 'node:http';
import { languageOf } from '@minzheng/http';
import { Language } from '@minzheng/types';
import words from '../words.json' with { type: 'json' };

/** Every text that people read here, in one language. */
export type Words = (typeof words)['en'];

/** The texts of a language. */
export const wordsIn = (language: Language): Words => words[language];

/** `?lang=` where somebody chose it, else what their browser asks for. */
export function languageOfRequest({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): Language {
  const chosen = Language.safeParse(new URL(url, 'http://localhost').searchParams.get('lang'));
  return chosen.success ? chosen.data : languageOf(headers['accept-language']);
}
