import type { Kind } from './canary.ts';
import type { Channel, Watched } from './channel.ts';
import type { Needle } from './needles.ts';
import { Scanner } from './scanner.ts';
import { joined } from './separated.ts';
import { unfold } from './unfold.ts';

/** A value that was found; the value itself is not in it. */
export interface Finding {
  readonly channel: string;
  readonly where: string;
  readonly person: number;
  readonly kind: Kind;
  readonly encoding: string;
}

/** What a channel held. */
export interface Reading {
  readonly channel: string;
  readonly items: number;
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

const PLAIN = 'UTF-8';
const SEPARATED = 'digits in groups';
/** The country's code is no part of the number behind it. */
const COUNTRY = /(?:^|[^0-9])(?:00)?86$/;
const LONGEST_COUNTRY = 5;

/** Looks for values in bytes, also in what is packed in them and in digits that stand in groups. */
export class Search {
  readonly #all: Scanner;
  readonly #numbers: Scanner;

  constructor(needles: readonly Needle[]) {
    this.#all = new Scanner(needles);
    this.#numbers = new Scanner(
      needles.filter(({ kind, encoding }) => kind !== 'name' && kind !== 'e-mail' && encoding === PLAIN),
    );
  }

  /** One needle a value and encoding. */
  find(bytes: Buffer): Needle[] {
    const found = new Set<Needle>();
    for (const part of unfold(bytes)) {
      for (const { needle, end } of this.#all.scan(part))
        if (isWhole(needle, part, end - needle.bytes.length, end)) found.add(needle);
      const groups = joined(part);
      if (groups.bytes.length === part.length) continue;
      for (const { needle, end } of this.#numbers.scan(groups.bytes)) {
        const first = groups.placeOf(end - needle.bytes.length + 1);
        const isNew = !found.has(needle) && isWhole(needle, part, first, groups.placeOf(end) + 1);
        if (isNew) found.add({ ...needle, encoding: SEPARATED });
      }
    }
    return telling([...found]);
  }

  /** Reads a channel to its end. */
  async read(channel: Channel, watched: Watched): Promise<Reading> {
    const findings = new Map<string, Finding>();
    let [items, read] = [0, 0];
    for await (const { where, bytes } of channel.read(watched)) {
      items += 1;
      read += bytes.length;
      for (const { person, kind, encoding } of this.find(bytes)) {
        const finding = { channel: channel.name, where, person, kind, encoding };
        findings.set(JSON.stringify(finding), finding);
      }
    }
    return { channel: channel.name, items, bytes: read, findings: [...findings.values()] };
  }
}

/** Eleven digits occur in any longer number; a phone is one by itself. */
function isWhole({ kind, encoding }: Needle, bytes: Buffer, start: number, end: number): boolean {
  if (kind !== 'mobile' || encoding !== PLAIN) return true;
  const before = bytes.toString('latin1', Math.max(0, start - LONGEST_COUNTRY), start);
  return !isDigit(bytes[end]) && (!/[0-9]$/.test(before) || COUNTRY.test(before));
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Where a number stands as a whole, its end says nothing more. */
function telling(found: readonly Needle[]): Needle[] {
  const whole = new Set(found.filter(({ encoding }) => encoding === PLAIN).map(whose));
  return found.filter((needle) => !needle.encoding.startsWith('last ') || !whole.has(whose(needle)));
}

const whose = ({ person, kind }: Needle): string => `${person} ${kind}`;
