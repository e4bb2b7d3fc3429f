import type { Language } from '@minzheng/types';
import type { Account } from './accounts.ts';
import { wordsIn } from './words.ts';
import type { Words } from './words.ts';

/** What the sign-in page is to show. */
export interface SignInPage {
  readonly uid: string;
  readonly language: Language;
  readonly accounts: readonly Account[];
  /** Who is signed in already and only confirms with a code. */
  readonly confirming?: Account | undefined;
  readonly asksForCode: boolean;
  readonly chosen?: string | undefined;
  readonly error?: SignInError | undefined;
}

/** Which field is at fault. */
export type SignInError = 'account' | 'secret' | 'code';

const ERROR_WORDS = { account: 'errorAccount', secret: 'errorSecret', code: 'errorCode' } as const;

/** The page on which one says who one is. A plain form: it works without script. */
export function signInPage(page: SignInPage): string {
  const words = wordsIn(page.language);
  const other: Language = page.language === 'en' ? 'zh-CN' : 'en';
  const title = page.confirming === undefined ? words.title : words.confirm;
  return documentOf(
    page.language,
    title,
    `<p><a href="/sign-in/${page.uid}?lang=${other}" lang="${other}">${words.otherLanguage}</a></p>
<h1>${title}</h1>
${errorSummary(page.error, words)}
<form method="post" action="/sign-in/${page.uid}?lang=${page.language}" autocomplete="off">
${page.confirming === undefined ? chooseAccount(page, words) : confirmAs(page.confirming, words)}
${page.asksForCode ? codeField(page.error, words) : ''}
<button type="submit">${page.confirming === undefined ? words.submit : words.confirm}</button>
<button type="submit" name="cancel" value="yes" class="secondary" formnovalidate>${words.cancel}</button>
</form>`,
  );
}

/** A page that was used, or is too old. */
export function expiredPage(language: Language): string {
  const words = wordsIn(language);
  return documentOf(language, words.expiredTitle, `<h1>${words.expiredTitle}</h1>\n<p>${words.expired}</p>`);
}

/** A request that the provider refuses; `error` is its code, for whoever reports it. */
export function faultPage(language: Language, error: string): string {
  const words = wordsIn(language);
  const body = `<h1>${words.faultTitle}</h1>\n<p>${words.fault}</p>\n<p class="hint">${escaped(error)}</p>`;
  return documentOf(language, words.faultTitle, body);
}

/** Asks before it signs out. `form` is the provider's own; the buttons belong to it by its id. */
export function signOutPage(form: string, language: Language): string {
  const words = wordsIn(language);
  return documentOf(
    language,
    words.signOutTitle,
    `<h1>${words.signOutQuestion}</h1>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>${words.signOut}</button>
<button type="submit" form="op.logoutForm" class="secondary">${words.stay}</button>`,
  );
}

function documentOf(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/sign-in.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function errorSummary(error: SignInError | undefined, words: Words): string {
  if (error === undefined) return '';
  return `<div class="error" role="alert"><h2>${words.errorTitle}</h2><p><a href="#${error}">${words[ERROR_WORDS[error]]}</a></p></div>`;
}

function chooseAccount({ accounts, chosen, error }: SignInPage, words: Words): string {
  const options = accounts.map(({ clientId, roles }) => {
    const selected = clientId === chosen ? ' selected' : '';
    const names = roles.map((role) => words.roles[role]).join(', ');
    return `<option value="${escaped(clientId)}"${selected}>${escaped(clientId)} (${names})</option>`;
  });
  return `<p>${words.explanation}</p>
<label for="account">${words.account}</label>
<select id="account" name="account" required${invalid(error, 'account')}>
${options.join('\n')}
</select>
<label for="secret">${words.secret}</label>
<input id="secret" name="secret" type="password"${invalid(error, 'secret')}>`;
}

function confirmAs({ clientId }: Account, words: Words): string {
  return `<p>${words.confirmAs} <strong>${escaped(clientId)}</strong></p>`;
}

function codeField(error: SignInError | undefined, words: Words): string {
  return `<label for="code">${words.code}</label>
<p id="code-hint" class="hint">${words.codeHint}</p>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" aria-describedby="code-hint"${invalid(error, 'code')} required>`;
}

const invalid = (error: SignInError | undefined, field: SignInError): string =>
  error === field ? ' aria-invalid="true"' : '';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
