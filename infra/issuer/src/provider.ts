import { randomBytes } from 'node:crypto';
import { errors, Provider } from 'oidc-provider';
import type { Adapter, AdapterPayload, Configuration, ResourceServer } from 'oidc-provider';
import type { Account, AccountsFile } from './accounts.ts';
import { ALGORITHM } from './signing-keys.ts';
import type { SigningKeys } from './signing-keys.ts';

const AUDIENCE = 'minzheng-api';
/** A resource must be an absolute URI; a request that names none means this one. */
const RESOURCE = 'urn:minzheng:api';
/** The most a service accepts (DELIVERY §3.6). */
const TOKEN_LIFE_S = 600;

/** An OpenID Connect provider whose clients are the demonstration accounts; access tokens as RFC 9068 has them. */
export function newProvider(issuer: string, accounts: AccountsFile, jwks: SigningKeys): Provider {
  const provider = new Provider(issuer, configuration(accounts, jwks));
  provider.proxy = false;
  return provider;
}

function configuration(accounts: AccountsFile, jwks: SigningKeys): Configuration {
  return {
    adapter: (model) => (model === 'Client' ? clientAdapter(accounts) : forgetfulAdapter(() => undefined)),
    jwks: { keys: [...jwks.keys] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    extraTokenClaims: async (_, token) => claimsOf(await accounts.find(token.clientId ?? '')),
    ttl: { ClientCredentials: TOKEN_LIFE_S },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        getResourceServerInfo: (_, resource) => resourceServer(resource),
      },
    },
  };
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

function claimsOf(account: Account | undefined): Record<string, string | string[]> {
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

/** Clients are read from the accounts at each request, so an account that changed needs no restart. */
function clientAdapter(accounts: AccountsFile): Adapter {
  return forgetfulAdapter(async (id) => {
    const account = await accounts.find(id);
    return account && clientOf(account);
  });
}

function clientOf({ clientId, clientSecret }: Account): AdapterPayload {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: 'client_secret_basic',
  };
}

type Find = (id: string) => Promise<AdapterPayload | undefined> | undefined;

const nothing = async (): Promise<undefined> => undefined;

/** Access tokens are self-contained, so there is nothing to keep; `find` is all that is ever asked. */
function forgetfulAdapter(find: Find): Adapter {
  return {
    find: async (id) => await find(id),
    upsert: nothing,
    findByUserCode: nothing,
    findByUid: nothing,
    consume: nothing,
    destroy: nothing,
    revokeByGrantId: nothing,
  };
}
