/** How often in a minute; `RATE_LIMIT_FACTOR` multiplies it. */
export interface Rate {
  readonly name: string;
  readonly perMinute: number;
}

/** By where a request comes from, whoever it is: a hall full of people may stand behind one address. */
export const PER_ADDRESS: Rate = { name: 'address', perMinute: 3_000 };
/** By who calls. */
export const PER_SUBJECT: Rate = { name: 'subject', perMinute: 600 };
/** By who calls, for each route. */
export const PER_ROUTE: Rate = { name: 'route', perMinute: 300 };
/** Sign-ins begun and finished, by address. Without Redis there are none: they are what guessing would try. */
export const SIGN_INS: Rate = { name: 'sign-in', perMinute: 60 };

/** A step of business that makes no sense often, whatever the route's own limit (DELIVERY row 93). */
export interface Flow extends Rate {
  readonly method: string;
  /** The public path below `/api/v1`. */
  readonly path: RegExp;
}

/** By who calls. */
export const FLOWS: readonly Flow[] = [
  { name: 'resolve-person', perMinute: 60, method: 'POST', path: /^\/people\/resolve$/ },
  { name: 'apply', perMinute: 20, method: 'POST', path: /^\/applications$/ },
  { name: 'change-account', perMinute: 5, method: 'POST', path: /^\/accounts$/ },
  { name: 'release-money', perMinute: 5, method: 'POST', path: /^\/pay-runs\/[^/]+\/release$/ },
];
