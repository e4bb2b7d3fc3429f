import { Api, type Platform } from '../demo/api.ts';
import type { Canary } from './canary.ts';
import type { SentText } from './needles.ts';

const AT_ONCE = 12;
/** What officers write: free texts, in which people are called by their names. */
const FREE_TEXTS = new Set(['note', 'grounds']);

/** The demonstration's way of calling, for a thousand persons: so many calls at once, and everything that was sent is remembered. */
export class CanaryApi extends Api {
  readonly #byLogin: ReadonlyMap<string, Canary>;
  readonly #everybody: readonly Canary[];
  readonly #sent: SentText[] = [];
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(platform: Platform, everybody: readonly Canary[]) {
    super(platform);
    this.#everybody = everybody;
    this.#byLogin = new Map(everybody.map((canary) => [canary.login, canary]));
  }

  /** Texts whose digest, without a key, would tell the value in them to whoever tries all values. */
  get sent(): readonly SentText[] {
    return this.#sent;
  }

  override get<T>(account: string, path: string): Promise<T> {
    return this.#inTurn(() => super.get<T>(account, path));
  }

  override command<T>(...call: Parameters<Api['command']>): Promise<T> {
    const [account, method, path, body, key, mediaType] = call;
    const said = this.#withNames(account, body);
    this.#remember(account, said);
    return this.#inTurn(() => super.command<T>(account, method, path, said, key, mediaType));
  }

  /** Somebody is named in every free text, with everything that is known of them. */
  #withNames(account: string, body: unknown): unknown {
    if (typeof body !== 'object' || body === null) return body;
    const about = this.#byLogin.get(account) ?? this.#everybody[this.#sent.length % this.#everybody.length];
    if (about === undefined) return body;
    const { name, residentId, mobile, accountNumber } = about;
    const text = `走访${name}（${residentId}），电话${mobile}，卡号${accountNumber}。`;
    const fields = Object.entries(body).map(([field, value]) => [field, FREE_TEXTS.has(field) ? text : value]);
    return Object.fromEntries(fields) as unknown;
  }

  #remember(account: string, body: unknown): void {
    const { residentId, mobile, accountNumber } = body as Partial<
      Record<'residentId' | 'mobile' | 'accountNumber', string>
    >;
    const value = residentId ?? mobile ?? accountNumber;
    if (value === undefined) return;
    const about = this.#byLogin.get(account) ?? this.#everybody.find((canary) => canary.residentId === residentId);
    if (about === undefined) return;
    const kind = residentId !== undefined ? 'resident-id' : mobile !== undefined ? 'mobile' : 'account';
    const texts = [body, sorted(body), sorted({ params: {}, body })].map((one) => JSON.stringify(one));
    for (const text of new Set(texts)) this.#sent.push({ person: about.index, kind, text });
  }

  async #inTurn<T>(call: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) await new Promise<void>((go) => this.#queue.push(go));
    else this.#running += 1;
    try {
      return await call();
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}

/** Names in order, at every depth: the one text of equal content. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]));
}
