import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import issuerWords from '../../../infra/issuer/words.json' with { type: 'json' };
import en from '../src/words/en.json' with { type: 'json' };
import zh from '../src/words/zh-CN.json' with { type: 'json' };
import type { Reader, Reading } from './reader.ts';

const STREET = '330302006';
const LIMIT_MS = 60_000;

/** Whoever lives with the applicant, as the ID card has it. */
export interface Companion {
  readonly residentId: string;
  readonly name: string;
}

/** What somebody applies with: the other member of the household, if there is one, and one's own wage. */
export interface Household {
  readonly account: string;
  readonly spouse?: Companion | undefined;
  readonly wageYuan?: string | undefined;
}

/** A resident in front of the real pages, who reads nothing but what stands on them. Every page is looked at on the way. */
export class Applicant {
  /** Pages looked at, and what was found on them. */
  pages = 0;
  faults = 0;
  readonly words: typeof en;
  readonly reader: Reader;
  readonly #reading: Reading;

  constructor(reader: Reader, reading: Reading) {
    this.reader = reader;
    this.#reading = reading;
    this.words = reading.language === 'en' ? en : zh;
  }

  /** By the issuer's own page, and back to where one was. */
  async signIn(account: string): Promise<void> {
    const { page } = this.reader;
    const words = issuerWords[this.#reading.language];
    await this.reader.read('/');
    await this.#look('home, signed out');
    await page.getByRole('link', { name: this.words.home.signInFirst }).click();
    await page.getByLabel(words.account, { exact: true }).selectOption(account);
    await this.#look('sign-in');
    await page.getByRole('button', { name: words.submit, exact: true }).click();
    await page.getByRole('link', { name: this.words.home.start }).waitFor({ timeout: LIMIT_MS });
    await this.#look('home');
  }

  /** Answers page after page and sends. Returns the id of the application. */
  async apply({ spouse, wageYuan }: Household): Promise<string> {
    const { page } = this.reader;
    const { apply, home, submitted } = this.words;
    await page.getByRole('link', { name: home.start }).click();
    await this.#at(apply.street.title);
    await page.getByLabel(apply.street.label, { exact: true }).selectOption(STREET);
    await this.#next(apply.household.title);
    if (spouse !== undefined) await this.#add(spouse);
    const members = [apply.household.self, ...(spouse === undefined ? [] : [spouse.name])];
    await this.#next(apply.wages.title);
    for (const member of members) await this.#group(apply.wages.question, member, this.words.apply.amounts.none);
    if (wageYuan !== undefined) {
      await this.#group(apply.wages.question, apply.household.self, apply.amounts.same);
      await page.getByLabel(apply.amounts.sameLabel).fill(wageYuan);
    }
    await this.#next(apply.pensions.title);
    for (const member of members) await this.#group(apply.pensions.question, member, apply.amounts.none);
    await this.#next(apply.otherIncome.title);
    await page.getByRole('radio', { name: apply.amounts.none, exact: true }).check();
    await this.#next(apply.property.title);
    await page.getByLabel(apply.property.savings).fill('0');
    await page.getByLabel(apply.property.vehicles).fill('0');
    await page.getByLabel(apply.property.dwellings).fill('1');
    await this.#next(apply.review.title);
    await page.getByRole('button', { name: apply.review.submit }).click();
    await page.getByText(submitted.title, { exact: true }).waitFor({ timeout: LIMIT_MS });
    await this.sees('submitted');
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** Waits, without touching anything, until the page of the case says so. */
  async sees(status: keyof typeof en.status): Promise<void> {
    await this.reads(this.reader.page.locator(`.status.${status}`).first());
    expect(await this.reader.page.locator('dl.facts .status').first().textContent()).toBe(this.words.status[status]);
    await this.#look(`case, ${status}`);
  }

  /** Waits until a text stands somewhere on the page. */
  async readsText(text: string): Promise<void> {
    await this.reads(this.reader.page.getByText(text).first());
  }

  async reads(what: Locator): Promise<void> {
    await what.waitFor({ timeout: LIMIT_MS });
  }

  async #add({ name, residentId }: Companion): Promise<void> {
    const { page } = this.reader;
    const { household } = this.words.apply;
    await page.getByLabel(household.name, { exact: true }).fill(name);
    await page.getByLabel(household.residentId, { exact: true }).fill(residentId);
    await page.getByRole('button', { name: household.addButton }).click();
    await page.getByText(household.added.replace('{{who}}', name)).waitFor({ timeout: LIMIT_MS });
  }

  async #group(question: string, who: string, choice: string): Promise<void> {
    const group = this.reader.page.getByRole('group', {
      name: new RegExp(`^${question.replace('{{who}}', `${who}.*`)}`),
    });
    await group.getByRole('radio', { name: choice, exact: true }).check();
  }

  async #next(title: string): Promise<void> {
    await this.reader.page.getByRole('button', { name: this.words.apply.next }).click();
    await this.#at(title);
  }

  async #at(title: string): Promise<void> {
    await this.reader.page.locator('h1', { hasText: title }).waitFor({ timeout: LIMIT_MS });
    await this.#look(title);
  }

  /** axe finds nothing, and nothing is wider than the window. */
  async #look(place: string): Promise<void> {
    const faults = await this.reader.faults();
    this.pages += 1;
    this.faults += faults.length;
    expect({ place, faults }).toEqual({ place, faults: [] });
  }
}
