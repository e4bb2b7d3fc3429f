import { createHash } from 'node:crypto';
import { systemClocks } from '@minzheng/types';
import { errors, interactionPolicy, Provider } from 'oidc-provider';
import type {
  AccessToken,
  Adapter,
  AdapterPayload,
  ClientCredentials,
  Configuration,
  Grant,
  KoaContextWithOIDC,
  ResourceServer,
} from 'oidc-provider';
import type { Account, AccountsFile } from './accounts.ts';
import { asksForMfa, MFA } from './assurance.ts';
import type { KeptEntries } from './kept-entries.ts';
import { faultPage, signOutPage } from './pages.ts';
import type { SecondFactor } from './second-factor.ts';
import { ALGORITHM } from './signing-keys.ts';
import type { SigningKeys } from './signing-keys.ts';
import { languageOfRequest } from './words.ts';

const AUDIENCE = 'minzheng-api';
/** A resource must be an absolute URI; a request that names none means this one. */
const RESOURCE = 'urn:minzheng:api';
/** The most a service accepts (DELIVERY §3.6). */
const TOKEN_LIFE_S = 600;
const SIGN_IN_PAGE_LIFE_S = 600;
/** A working day: then one signs in anew. */
const SIGN_IN_LIFE_S = 12 * 3_600;
const MS_PER_SECOND = 1_000;

/** What a script shows: its secret and a code (`amr`, RFC 8176). */
const SCRIPT_METHODS = ['pwd', 'otp'];

/** The portal as this issuer knows it: where browsers find it, and its secret. */
export interface PortalClient {
  readonly url: string;
  readonly secret: string;
}

/** What the provider is made of. */
export interface ProviderParts {
  readonly issuer: string;
  readonly accounts: AccountsFile;
  readonly jwks: SigningKeys;
  readonly entries: KeptEntries;
  readonly secondFactor: SecondFactor;
  readonly portal: PortalClient;
}

/** An OpenID Connect provider: each demonstration account is a client of its own for scripts, `portal` the client that people sign in with. */
export function newProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, configuration(parts));
  provider.proxy = false;
  return provider;
}

function configuration(parts: ProviderParts): Configuration {
  const { accounts, jwks, entries } = parts;
  return {
    adapter: (model) => (model === 'Client' ? clientAdapter(parts) : entries.adapter(model)),
    jwks: { keys: [...jwks.keys] },
    cookies: { keys: [cookieKey(jwks)] },
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    acrValues: [MFA],
    scopes: ['openid'],
    findAccount: async (_, id) =>
      (await accounts.find(id)) && { accountId: id, claims: () => Promise.resolve({ sub: id }) },
    extraTokenClaims: (ctx, token) => claimsOf(parts, ctx, token),
    interactions: { policy: policy(), url: (_, { uid }) => `/sign-in/${uid}` },
    loadExistingGrant: grantEverything,
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: false,
    pkce: { required: () => true },
    renderError: (ctx, { error }) => {
      ctx.type = 'html';
      ctx.body = faultPage(languageOfRequest(ctx.req), error);
    },
    ttl: {
      ClientCredentials: TOKEN_LIFE_S,
      AccessToken: TOKEN_LIFE_S,
      AuthorizationCode: 60,
      IdToken: TOKEN_LIFE_S,
      Interaction: SIGN_IN_PAGE_LIFE_S,
      RefreshToken: SIGN_IN_LIFE_S,
      Session: SIGN_IN_LIFE_S,
      Grant: SIGN_IN_LIFE_S,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      userinfo: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        logoutSource: (ctx, form) => void (ctx.body = signOutPage(form, languageOfRequest(ctx.req))),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource) => resourceServer(resource),
      },
    },
  };
}

/** Of the signing keys, so that a browser is still known after a restart. */
function cookieKey({ keys }: SigningKeys): string {
  return createHash('sha256')
    .update(keys.map(({ d }) => d).join())
    .digest('base64url');
}

function resourceServer(resource: string): ResourceServer {
  if (resource !== RESOURCE) throw new errors.InvalidTarget();
  return {
    scope: '',
    audience: AUDIENCE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: TOKEN_LIFE_S,
    jwt: { sign: { alg: ALGORITHM } },
  };
}

/** Nobody is asked for consent: the portal is the bureau's own. A second factor is asked for where the request names it. */
function policy(): ReturnType<typeof interactionPolicy.base> {
  const { Check } = interactionPolicy;
  const prompts = interactionPolicy.base();
  prompts.remove('consent');
  prompts
    .get('login')
    ?.checks.add(
      new Check('second_factor', 'a second factor is required', ({ oidc }) =>
        asksForMfa(oidc.params) && oidc.session?.acr !== MFA ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return prompts;
}

async function grantEverything({ oidc }: KoaContextWithOIDC): Promise<Grant> {
  const { provider, client, session } = oidc;
  const known = client && session?.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined && found.accountId === session?.accountId) return found;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** Who the token speaks for, and how sure it is: of a sign-in what stood at its beginning, of a script what it shows now. */
async function claimsOf(
  parts: ProviderParts,
  ctx: KoaContextWithOIDC,
  token: AccessToken | ClientCredentials,
): Promise<Record<string, unknown>> {
  const account = await parts.accounts.find('accountId' in token ? token.accountId : (token.clientId ?? ''));
  const assurance = 'accountId' in token ? signInOf(ctx) : await shown(parts.secondFactor, ctx, account);
  return { ...identityOf(account), ...assurance };
}

function identityOf(account: Account | undefined): Record<string, unknown> {
  if (account === undefined) return { roles: [] };
  const { roles, division, staffNo, agency, personId } = account;
  return {
    roles: [...roles],
    ...(division !== undefined && { division }),
    ...(staffNo !== undefined && { staff_no: staffNo }),
    ...(agency !== undefined && { agency }),
    ...(personId !== undefined && { person_id: personId }),
  };
}

function signInOf({ oidc }: KoaContextWithOIDC): Record<string, unknown> {
  const { AuthorizationCode: code, RefreshToken: refresh } = oidc.entities;
  const { acr, amr, authTime } = code ?? refresh ?? {};
  return {
    ...(authTime !== undefined && { auth_time: authTime }),
    ...(acr !== undefined && { acr }),
    ...(amr !== undefined && { amr }),
  };
}

/** A script that sends `totp` beside its secret. Throws InvalidGrant for a wrong code. */
async function shown(
  secondFactor: SecondFactor,
  { oidc }: KoaContextWithOIDC,
  account: Account | undefined,
): Promise<Record<string, unknown>> {
  const { totp } = (oidc.body ?? {}) as { totp?: unknown };
  if (totp === undefined) return {};
  const isRight = account !== undefined && typeof totp === 'string' && (await secondFactor.accepts(account, totp));
  if (!isRight) throw new errors.InvalidGrant('wrong one-time password');
  return { acr: MFA, amr: SCRIPT_METHODS, auth_time: Math.floor(systemClocks.machine.nowMs() / MS_PER_SECOND) };
}

/** Clients are read from the accounts at each request, so an account that changed needs no restart. */
function clientAdapter({ accounts, portal }: ProviderParts): Adapter {
  return {
    find: async (id) => {
      if (id === PORTAL) return portalClient(portal);
      const account = await accounts.find(id);
      return account && scriptOf(account);
    },
    upsert: nothing,
    findByUserCode: nothing,
    findByUid: nothing,
    consume: nothing,
    destroy: nothing,
    revokeByGrantId: nothing,
  };
}

const nothing = async (): Promise<undefined> => undefined;
const PORTAL = 'portal';

function portalClient({ url, secret }: PortalClient): AdapterPayload {
  return {
    client_id: PORTAL,
    client_secret: secret,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [new URL('/session/callback', url).href],
    post_logout_redirect_uris: [new URL('/', url).href],
    token_endpoint_auth_method: 'client_secret_basic',
  };
}

function scriptOf({ clientId, clientSecret }: Account): AdapterPayload {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: 'client_secret_basic',
  };
}
