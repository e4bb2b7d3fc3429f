import { z } from 'zod';
import { civilDay, dayNumber } from './day-number.ts';
import { localDate } from './local-date.ts';
import type { LocalDate } from './local-date.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;
const SHANGHAI_OFFSET_MS = 8 * MS_PER_HOUR;
const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d{3})Z$/;

/** A moment: ISO 8601 in UTC with milliseconds, '2026-11-24T02:58:13.123Z'; sorts as text. */
export const Instant = z
  .string()
  .regex(SHAPE)
  .refine((text) => localDate.parse(text.slice(0, 10)) !== undefined)
  .brand<'Instant'>()
  .meta({ description: 'A moment in UTC with milliseconds, ISO 8601' });
export type Instant = z.infer<typeof Instant>;

function dateOfDay(number: number): LocalDate {
  const { year, month, day } = civilDay(number);
  return localDate.of(year, month, day);
}

function startOfUtcDay(date: LocalDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return dayNumber({ year, month, day }) * MS_PER_DAY;
}

const two = (value: number): string => String(value).padStart(2, '0');

function of(sinceEpoch: number): Instant {
  if (!Number.isSafeInteger(sinceEpoch)) throw new RangeError(`not a whole number of milliseconds: ${sinceEpoch}`);
  const day = Math.floor(sinceEpoch / MS_PER_DAY);
  const rest = sinceEpoch - day * MS_PER_DAY;
  const hours = two(Math.floor(rest / MS_PER_HOUR));
  const minutes = two(Math.floor((rest % MS_PER_HOUR) / MS_PER_MINUTE));
  const seconds = two(Math.floor((rest % MS_PER_MINUTE) / 1000));
  return `${dateOfDay(day)}T${hours}:${minutes}:${seconds}.${String(rest % 1000).padStart(3, '0')}Z` as Instant;
}

function ms(at: Instant): number {
  const [, date, hours, minutes, seconds, millis] = SHAPE.exec(at) ?? [];
  const time = Number(hours) * MS_PER_HOUR + Number(minutes) * MS_PER_MINUTE + Number(seconds) * 1000 + Number(millis);
  return startOfUtcDay(date as LocalDate) + time;
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

function parse(text: string): Instant | undefined {
  const [, minute, second = '00', fraction = '', sign, hours = '0', minutes = '0'] = WRITTEN.exec(text) ?? [];
  const local = Instant.safeParse(`${minute}:${second}.${fraction.padEnd(3, '0')}Z`);
  if (!local.success) return undefined;
  const offsetMs = Number(hours) * MS_PER_HOUR + Number(minutes) * MS_PER_MINUTE;
  return of(ms(local.data) - (sign === '-' ? -offsetMs : offsetMs));
}

/**
 * Moments as numbers and as civil dates. Asia/Shanghai is UTC+8 all year (DOMAIN §0.3).
 * `parse` reads ISO 8601 with an offset, seconds or not; undefined when it is no moment.
 * `of` takes milliseconds since 1970 and throws RangeError outside years 1–9999; `ms` is its inverse.
 */
export const instant = {
  of,
  ms,
  parse,
  plus: (at: Instant, milliseconds: number): Instant => of(ms(at) + milliseconds),
  civilDate: (at: Instant): LocalDate => dateOfDay(Math.floor((ms(at) + SHANGHAI_OFFSET_MS) / MS_PER_DAY)),
  startOfDay: (date: LocalDate): Instant => of(startOfUtcDay(date) - SHANGHAI_OFFSET_MS),
};
