import { halfWidth } from './half-width.ts';
import type { LocalDate } from './local-date.ts';
import { parsed, unreadable } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { ResidentId } from './resident-id.ts';
import type { ResidentIdError } from './resident-id.ts';

const KINDS = {
  /** 视力 */ '1': 'visual',
  /** 听力 */ '2': 'hearing',
  /** 言语 */ '3': 'speech',
  /** 肢体 */ '4': 'physical',
  /** 智力 */ '5': 'intellectual',
  /** 精神 */ '6': 'mental',
  /** 多重 */ '7': 'multiple',
} as const;

export type DisabilityKind = (typeof KINDS)[keyof typeof KINDS];
export type DisabilityLevel = 1 | 2 | 3 | 4;

/** 残疾人证: the certificate number read apart; level 1 is the most severe, `reissue` counts lost certificates (ID-5). */
export interface DisabilityCertificate {
  readonly number: string;
  readonly holder: ResidentId;
  readonly kind: DisabilityKind;
  readonly level: DisabilityLevel;
  readonly reissue: number;
}

export type DisabilityCertificateError = ResidentIdError | 'BAD_TYPE' | 'BAD_LEVEL';

function parse(raw: string, today: LocalDate): Parsed<DisabilityCertificate, DisabilityCertificateError> {
  const number = halfWidth(raw).toUpperCase();
  if (number.length !== 20 && number.length !== 22) return unreadable('BAD_LENGTH');
  if (!/^(?:B[1-9])?$/.test(number.slice(20))) return unreadable('BAD_ALPHABET');
  const holder = ResidentId.parse(number.slice(0, 18), today);
  if (!holder.ok) return holder;
  const kind = KINDS[number.charAt(18) as keyof typeof KINDS];
  if (kind === undefined) return unreadable('BAD_TYPE');
  const level = Number(number.charAt(19));
  if (!isLevel(level)) return unreadable('BAD_LEVEL');
  const reissue = Number(number.slice(21));
  return parsed({ number, holder: holder.value, kind, level, reissue }, holder.warnings);
}

function isLevel(level: number): level is DisabilityLevel {
  return level === 1 || level === 2 || level === 3 || level === 4;
}

/** Severe in the sense of SP-1 and of top-ups: levels 1–2 of any kind, level 3 of the intellectual and the mental kind. */
function isSevere({ kind, level }: DisabilityCertificate): boolean {
  return level <= 2 || (level === 3 && (kind === 'intellectual' || kind === 'mental'));
}

/** Reads a disability certificate number: the holder's resident ID, kind, level, perhaps a reissue suffix B1–B9. */
export const DisabilityCertificate = { parse, isSevere };
