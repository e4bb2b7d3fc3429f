import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** How somebody reads the pages. */
export interface Reading {
  readonly width: number;
  readonly language: 'zh-CN' | 'en';
  readonly isElder: boolean;
}

export const plainly: Reading = { width: 1440, language: 'en', isElder: false };

/** Somebody in front of a browser, and everything the browser complained of. */
export class Reader {
  readonly page: Page;
  /** Violations of the policy, errors in scripts, requests to anybody else. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page, origins: readonly string[]) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted ?Type/i.test(message.text())) this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!origins.includes(new URL(request.url()).origin)) this.complaints.push(`asked ${request.url()}`);
    });
  }

  static async open(
    browser: Browser,
    origin: string,
    { width, language, isElder }: Reading = plainly,
    issuer: readonly string[] = [],
  ): Promise<Reader> {
    const context = await browser.newContext({ baseURL: origin, viewport: { width, height: 800 }, locale: language });
    await context.addInitScript((elder) => {
      const key = 'minzheng.elder';
      if (localStorage.getItem(key) === null) localStorage.setItem(key, elder ? 'on' : 'off');
    }, isElder);
    return new Reader(context, await context.newPage(), [origin, ...issuer]);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  /** Opens an address and waits until there is something to read. */
  async read(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page
      .locator('h1')
      .waitFor()
      .catch(() => this.#notShown(path));
    await this.page.waitForFunction(
      (loading) =>
        ![...document.querySelectorAll('[role=status]')].some(({ textContent }) => loading.includes(textContent)),
      ['Loading…', '正在读取…'],
    );
  }

  /** Opens an address as on a first visit; the bytes on the wire of everything that it brings. */
  async firstLoad(path: string): Promise<number> {
    const network = await this.#context.newCDPSession(this.page);
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await network.send('Network.enable');
    await this.read(path);
    await network.detach();
    return bytes;
  }

  async #notShown(path: string): Promise<never> {
    throw new Error(`${path} shows no heading but: ${await this.page.locator('body').innerHTML()}`);
  }

  /** What axe finds by WCAG 2.0–2.2 A and AA, and whether the page is wider than its window. */
  async faults(): Promise<string[]> {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(tags).analyze();
    const isTooWide = await this.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    return [...found, ...(isTooWide ? ['wider than the window'] : [])];
  }

  /** Presses Tab until what has the focus bears this name; a keyboard cannot do more. Throws after a whole round. */
  async tabTo(name: string | RegExp): Promise<void> {
    const MOST = 80;
    for (let count = 0; count < MOST; count += 1) {
      if (await this.#hasFocus(name)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no way by keyboard to ${name}`);
  }

  async #hasFocus(name: string | RegExp): Promise<boolean> {
    const said = await this.page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return '';
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
      const group = element.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
      const own =
        element.getAttribute('aria-label') ??
        (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : element.textContent);
      return element instanceof HTMLInputElement && element.type === 'radio' ? `${group} / ${own}` : (own ?? '');
    });
    return typeof name === 'string' ? said.trim() === name : name.test(said.trim());
  }

  async press(name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press(key);
  }

  async type(name: string | RegExp, text: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.type(text);
  }
}
