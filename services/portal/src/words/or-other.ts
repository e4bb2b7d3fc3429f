import type { TFunction } from 'i18next';

/** The words for a value of a reply; one that is newer than these pages has the general ones, or stands for itself. */
export const wordsOf = (group: string, value: string, t: TFunction): string =>
  t([`${group}.${value}`, `${group}.other`, value] as never);
