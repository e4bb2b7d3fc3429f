import type { z } from 'zod';
import { halfWidth } from './half-width.ts';
import { parsed, unreadable } from './parsed.ts';
import type { Parsed } from './parsed.ts';

/** 电子邮箱: an address of RFC 5321 in ASCII, its domain in small letters. */
export type EmailAddress = string & z.core.$brand<'EmailAddress'>;

export type EmailAddressError = 'BAD_LENGTH' | 'BAD_ALPHABET' | 'BAD_LOCAL_PART' | 'BAD_DOMAIN';

const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
/** Labels of letters, digits and inner hyphens; the last one is no number. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function parse(raw: string): Parsed<EmailAddress, EmailAddressError> {
  const text = halfWidth(raw);
  if (!/^[\x21-\x7e]*$/.test(text)) return unreadable('BAD_ALPHABET');
  if (text.length > MAX_LENGTH) return unreadable('BAD_LENGTH');
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1).toLowerCase()];
  if (local.length > MAX_LOCAL_LENGTH || !LOCAL_PART.test(local)) return unreadable('BAD_LOCAL_PART');
  return DOMAIN.test(domain) ? parsed(`${local}@${domain}` as EmailAddress) : unreadable('BAD_DOMAIN');
}

/**
 * Reads an e-mail address. Quoted local parts, literal addresses and letters beyond ASCII are refused: few mailboxes have them, and
 * not every relay takes them. `mask` leaves the first character and the domain.
 */
export const EmailAddress = {
  parse,
  mask: (address: EmailAddress): string => `${address.slice(0, 1)}***${address.slice(address.lastIndexOf('@'))}`,
};
