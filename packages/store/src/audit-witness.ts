/** The signed end of a service's audit chain, as it leaves the database. */
export interface AuditHead {
  readonly service: string;
  /** The number of the last sealed row, and its hash. */
  readonly n: number;
  readonly hash: string;
  /** Machine time in ms. */
  readonly at: number;
  /** Which public key proves it. */
  readonly keyId: string;
  /** Ed25519 over the rest in canonical form, base64url. */
  readonly signature: string;
}

/**
 * Where heads are kept out of reach of whoever rules the database: another trust domain, which takes heads and gives none back
 * to be changed.
 */
export interface AuditWitness {
  write(head: AuditHead): Promise<void>;
  /** The last one written for a service. */
  latest(service: string): Promise<AuditHead | undefined>;
}
