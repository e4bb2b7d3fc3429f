/** The level (`acr`) that a second factor gives. */
export const MFA = 'mfa';

/** Whether an authorization request asks for a second factor. */
export function asksForMfa(params: Readonly<Record<string, unknown>> | undefined): boolean {
  const wanted = params?.['acr_values'];
  return typeof wanted === 'string' && wanted.split(' ').includes(MFA);
}
