import { startTestIssuer } from '@minzheng/testing';
import type { TestIssuer } from '@minzheng/testing';

const TOKEN_LIFE_MS = 120_000;
const who = { role: 'street-officer', division: '330302006', staffNo: 'SO-1', sub: 'SO-1' } as const;

/** One officer with a token; the services learn of the issuer by its address. */
export interface Officer {
  readonly issuerUrl: string;
  authorization(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts an issuer and speaks as one of its officers; a token is used for two minutes. */
export async function openOfficer(): Promise<Officer> {
  const issuer: TestIssuer = await startTestIssuer();
  let token: Promise<string> | undefined;
  let drawnMs = 0;
  return {
    issuerUrl: issuer.url,
    authorization: async () => {
      if (token === undefined || performance.now() - drawnMs > TOKEN_LIFE_MS) {
        drawnMs = performance.now();
        token = issuer.token(who);
      }
      return `Bearer ${await token}`;
    },
    stop: () => issuer.stop(),
  };
}
