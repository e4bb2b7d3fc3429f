import { Language } from '@minzheng/types';

const DEFAULT: Language = 'zh-CN';
const MAX_RANGES = 20;

interface Range {
  readonly tag: string;
  readonly quality: number;
}

/** The language to answer in, by Accept-Language (RFC 9110 §12.5.4); zh-CN where nothing we speak is asked for. */
export function languageOf(header: string | undefined): Language {
  const wanted = ranges(header ?? '').toSorted((a, b) => b.quality - a.quality);
  return wanted.flatMap(({ tag }) => spoken(tag) ?? [])[0] ?? DEFAULT;
}

function ranges(header: string): Range[] {
  return header
    .split(',', MAX_RANGES)
    .map(rangeOf)
    .filter(({ tag, quality }) => tag !== '' && quality > 0);
}

function rangeOf(text: string): Range {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
}

function spoken(tag: string): Language | undefined {
  const primary = tag.split('-')[0];
  return Language.options.find((language) => language.toLowerCase().split('-')[0] === primary);
}
