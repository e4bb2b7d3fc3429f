/** What identifies somebody, and may stand nowhere but at its owner, sealed. */
export type Kind = 'name' | 'resident-id' | 'account' | 'mobile' | 'e-mail';

/** One value of one canary, as it was given to the platform. */
export interface Given {
  readonly person: number;
  readonly kind: Kind;
  readonly text: string;
}

/** A person who exists only so that a trace of them anywhere is a leak. Valid in form, belongs to nobody. */
export interface Canary {
  readonly index: number;
  /** The account they ask for tokens with; says nothing of who they are. */
  readonly login: string;
  readonly name: string;
  readonly residentId: string;
  readonly mobile: string;
  readonly email: string;
  readonly accountNumber: string;
  /** Given when money came back from the first one. */
  readonly otherAccountNumber: string;
}

/** Everything that may not be found of them. */
export const givenBy = (canary: Canary): Given[] =>
  (
    [
      ['name', canary.name],
      ['resident-id', canary.residentId],
      ['mobile', canary.mobile],
      ['e-mail', canary.email],
      ['account', canary.accountNumber],
      ['account', canary.otherAccountNumber],
    ] as const
  ).map(([kind, text]) => ({ person: canary.index, kind, text }));
