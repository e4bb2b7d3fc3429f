import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type zh from './zh-CN.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh };
  }
}

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const catalogues = {
  'zh-CN': () => import('./zh-CN.json'),
  en: () => import('./en.json'),
} satisfies Record<Language, () => Promise<{ default: typeof zh }>>;

/** What the pages say, in the language that is read. */
export const words = createInstance();

/** Loads the one catalogue that is read. */
export async function startWords(language: Language): Promise<void> {
  await words.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: (await catalogues[language]()).default } },
    // React escapes.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!words.hasResourceBundle(language, 'translation'))
    words.addResourceBundle(language, 'translation', (await catalogues[language]()).default);
  await words.changeLanguage(language);
  document.documentElement.lang = language;
}
