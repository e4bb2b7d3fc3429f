import type { Language } from './i18n.ts';

const KEY = 'minzheng.language';

/** The language that was chosen in this browser, else the browser's own, else Chinese. */
export function keptLanguage(): Language {
  const chosen = localStorage.getItem(KEY) ?? navigator.language;
  return chosen.startsWith('en') ? 'en' : 'zh-CN';
}

export const keepLanguage = (language: Language): void => localStorage.setItem(KEY, language);
