import { dateText, dayText, monthText } from '../words/dates.ts';
import { useLanguage } from './names.ts';

/** A civil date, 'YYYY-MM-DD', in words. */
export function DateText({ date }: { readonly date: string }) {
  return <time dateTime={date}>{dateText(date, useLanguage())}</time>;
}

/** The civil day of an instant in words. */
export function DayText({ at }: { readonly at: string }) {
  return <time dateTime={at}>{dayText(at, useLanguage())}</time>;
}

/** A month, 'YYYY-MM', in words. */
export function MonthText({ month }: { readonly month: string }) {
  return <time dateTime={month}>{monthText(month, useLanguage())}</time>;
}
