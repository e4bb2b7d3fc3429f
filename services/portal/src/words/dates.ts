const ZONE = 'Asia/Shanghai';

/** A civil date in words: '2026-11-03' → 2026年11月3日, 3 November 2026. */
export function dateText(date: string, language: string): string {
  return format(`${date}T00:00:00+08:00`, language, { year: 'numeric', month: 'long', day: 'numeric' });
}

/** The civil day of an instant, in words. */
export function dayText(instant: string, language: string): string {
  return format(instant, language, { year: 'numeric', month: 'long', day: 'numeric' });
}

/** A month in words: '2026-12' → 2026年12月, December 2026. */
export function monthText(month: string, language: string): string {
  return format(`${month}-01T00:00:00+08:00`, language, { year: 'numeric', month: 'long' });
}

function format(instant: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: ZONE }).format(new Date(instant));
}

/** Day before month, as the rest of the world that reads English here expects. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);
