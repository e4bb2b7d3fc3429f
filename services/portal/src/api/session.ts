import { useQuery } from '@tanstack/react-query';

/** Who is signed in, as the gateway's `/session/me` says it. */
export interface SignedIn {
  readonly signedIn: true;
  readonly sub: string;
  readonly roles: readonly string[];
  readonly personId?: string;
  readonly csrfToken: string;
}

export type Session = SignedIn | { readonly signedIn: false };

let token = '';

/** What must go with every change; empty for whoever is not signed in. */
export const csrfToken = (): string => token;

/** Kept fresh by the query client; undefined while it is not known. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: readSession });
}

async function readSession(): Promise<Session> {
  const response = await fetch('/session/me', { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`/session/me: ${response.status}`);
  const session = (await response.json()) as Session;
  token = session.signedIn ? session.csrfToken : '';
  return session;
}

/** Where a link leads that signs in and comes back. */
export const signInAddress = (returnTo: string): string => `/session/sign-in?returnTo=${encodeURIComponent(returnTo)}`;

/** Ends the session here and leaves for the issuer, which ends its own; where it is away, for the start page, which says who is signed in. */
export async function signOut(): Promise<void> {
  const asked = fetch('/session/sign-out', { method: 'POST', headers: { 'x-csrf-token': token } });
  const response = await asked.catch(() => undefined);
  location.assign(response?.ok === true ? ((await response.json()) as { signOutUrl: string }).signOutUrl : '/');
}
