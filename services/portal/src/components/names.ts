import { useTranslation } from 'react-i18next';
import type { Language } from '../words/i18n.ts';

/** The language that is read. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** The district's name. */
export function useDistrict(): string {
  return DISTRICT[useLanguage()];
}

/** The name of a street or town; a code that is none of the district's stands for itself. */
export function useStreetName(code: string): string {
  const language = useLanguage();
  return STREETS.find((street) => street.code === code)?.[language] ?? code;
}
