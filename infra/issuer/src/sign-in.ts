import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { errors } from 'oidc-provider';
import type { Interaction, InteractionResults, Provider } from 'oidc-provider';
import { z } from 'zod';
import type { Account, AccountsFile } from './accounts.ts';
import { asksForMfa, MFA } from './assurance.ts';
import { expiredPage, signInPage } from './pages.ts';
import type { SignInError } from './pages.ts';
import type { SecondFactor } from './second-factor.ts';
import { languageOfRequest } from './words.ts';

const FORM_LIMIT = '4kb';

/** What the pages need of the issuer. */
export interface SignInParts {
  readonly provider: Provider;
  readonly accounts: AccountsFile;
  readonly secondFactor: SecondFactor;
  readonly portalUrl: string;
}

/** The pages of the sign-in; everything else is the provider's. */
export function issuerApp(parts: SignInParts): Express {
  const app: Express = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(strictPolicy(parts.portalUrl));
  app.get('/sign-in.css', sendStyle());
  app.get('/sign-in/:uid', (request, response) => show(parts, request, response));
  app.post('/sign-in/:uid', express.urlencoded({ extended: false, limit: FORM_LIMIT }), (request, response) =>
    take(parts, request, response),
  );
  const provided = parts.provider.callback();
  app.use((request, response) => void provided(request, response));
  return app;
}

/** No script at all. A browser checks `form-action` along the redirects that a form causes, and the last of them leads to the portal. */
function strictPolicy(portalUrl: string): RequestHandler {
  return helmet({
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        // The provider adds the hash of its own one line of script to this, where a page of its needs it.
        'script-src': ["'none'"],
        'style-src': ["'self'"],
        'form-action': ["'self'", new URL(portalUrl).origin],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
      },
    },
  });
}

function sendStyle(): RequestHandler {
  const style = readFileSync(new URL('../sign-in.css', import.meta.url), 'utf8');
  return (_, response) => void response.type('css').send(style);
}

async function show(parts: SignInParts, request: Request, response: Response): Promise<void> {
  const interaction = await interactionOf(parts.provider, request, response);
  if (interaction === undefined) return sendExpired(request, response);
  return await send(parts, { request, response, interaction });
}

interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly interaction: Interaction;
  readonly error?: SignInError;
  readonly chosen?: string;
}

async function send(parts: SignInParts, { request, response, interaction, error, chosen }: Asked): Promise<void> {
  const page = signInPage({
    uid: interaction.uid,
    language: languageOfRequest(request),
    accounts: await parts.accounts.all(),
    confirming: await confirmingOf(parts, interaction),
    asksForCode: asksForCode(interaction),
    error,
    chosen,
  });
  response
    .status(error === undefined ? 200 : 400)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(page);
}

const Form = z.object({
  account: z.string().max(100).default(''),
  secret: z.string().max(200).default(''),
  code: z.string().max(20).default(''),
  cancel: z.string().optional(),
});
type Form = z.output<typeof Form>;

async function take(parts: SignInParts, request: Request, response: Response): Promise<void> {
  const interaction = await interactionOf(parts.provider, request, response);
  if (interaction === undefined) return sendExpired(request, response);
  const form = Form.catch({ account: '', secret: '', code: '', cancel: undefined }).parse(request.body);
  if (form.cancel !== undefined) return await finish(parts, request, response, CANCELLED);
  const account = (await confirmingOf(parts, interaction)) ?? (await parts.accounts.find(form.account));
  const error = await faultOf(parts, interaction, account, form);
  if (error !== undefined || account === undefined)
    return await send(parts, { request, response, interaction, error: error ?? 'account', chosen: form.account });
  await leaveOtherAccount(parts.provider, interaction, account);
  return await finish(parts, request, response, { login: loginOf(interaction, account, form) });
}

function loginOf(interaction: Interaction, { clientId }: Account, { secret }: Form): InteractionResults['login'] {
  const isMfa = asksForCode(interaction);
  const amr = [...(secret === '' ? [] : ['pwd']), ...(isMfa ? ['otp'] : [])];
  return { accountId: clientId, ...(isMfa && { acr: MFA }), ...(amr.length > 0 && { amr }) };
}

const CANCELLED: InteractionResults = { error: 'access_denied', error_description: 'cancelled by the person' };

async function finish(
  { provider }: SignInParts,
  request: Request,
  response: Response,
  result: InteractionResults,
): Promise<void> {
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function faultOf(
  { secondFactor }: SignInParts,
  interaction: Interaction,
  account: Account | undefined,
  { secret, code }: Form,
): Promise<SignInError | undefined> {
  if (account === undefined) return 'account';
  if (secret !== '' && !isSame(secret, account.clientSecret)) return 'secret';
  if (asksForCode(interaction) && !(await secondFactor.accepts(account, code.trim()))) return 'code';
  return undefined;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const asksForCode = ({ params }: Interaction): boolean => asksForMfa(params);

/** Whoever is asked for a second factor in the middle of their work stays who they are. */
async function confirmingOf({ accounts }: SignInParts, interaction: Interaction): Promise<Account | undefined> {
  const { accountId } = interaction.session ?? {};
  return asksForCode(interaction) && accountId !== undefined ? await accounts.find(accountId) : undefined;
}

/** The provider would sign the other account out by a page with a script; it has nothing to do once that session is gone. */
async function leaveOtherAccount(provider: Provider, interaction: Interaction, account: Account): Promise<void> {
  const { session } = interaction;
  if (session === undefined || session.accountId === account.clientId) return;
  const other = await provider.Session.findByUid(session.uid);
  delete interaction.session;
  await interaction.persist();
  await other?.destroy();
}

async function interactionOf(
  provider: Provider,
  request: Request,
  response: Response,
): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

function sendExpired(request: Request, response: Response): void {
  const page = expiredPage(languageOfRequest(request));
  response.status(400).set('Cache-Control', 'no-store').type('html').send(page);
}
