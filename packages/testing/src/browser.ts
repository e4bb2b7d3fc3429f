import { CookieJar } from 'tough-cookie';

const MOST_REDIRECTS = 10;
const TIMEOUT_MS = 15_000;

/** What a browser shows after a request and its redirects. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The addresses on the way here, this one last. */
  readonly way: readonly string[];
}

/** What a request of a browser may carry. */
export interface Visit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

/** A browser without script: keeps cookies as browsers do, follows redirects, submits the one form of a page. */
export class Browser {
  readonly #jar = new CookieJar();

  async open(address: string, visit: Visit = {}): Promise<Page> {
    const way: string[] = [];
    let [url, asked] = [address, visit];
    for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
      way.push(url);
      const response = await this.request(url, asked);
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status >= 400)
        return { url, status: response.status, headers: response.headers, text: await response.text(), way };
      await response.body?.cancel();
      url = new URL(location, url).href;
      asked = visit.headers?.['accept-language']
        ? { headers: { 'accept-language': visit.headers['accept-language'] } }
        : {};
    }
    throw new Error(`more than ${MOST_REDIRECTS} redirects: ${way.join(' → ')}`);
  }

  /** One request with this browser's cookies; redirects are not followed. */
  async request(url: string, { method = 'GET', headers = {}, body }: Visit = {}): Promise<Response> {
    const cookie = await this.#jar.getCookieString(url);
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...(cookie !== '' && { cookie }) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body !== undefined && { body }),
    });
    for (const line of response.headers.getSetCookie()) await this.#jar.setCookie(line, url, { ignoreError: false });
    return response;
  }

  /** Fills in the page's form and sends it; hidden fields go along. */
  async submit(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined) throw new Error(`no form at ${page.url}`);
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams(fields);
    for (const [, name = '', value = ''] of hidden) body.append(name, value);
    return await this.open(new URL(action, page.url).href, { method: 'POST', body });
  }

  /** The cookies that would go to an address, as `name=value`. */
  async cookies(url: string): Promise<string[]> {
    return (await this.#jar.getCookies(url)).map((cookie) => cookie.cookieString());
  }

  /** Keeps a cookie as if `url` had set it: `Set-Cookie`'s own words. */
  async keep(line: string, url: string): Promise<void> {
    await this.#jar.setCookie(line, url);
  }
}
