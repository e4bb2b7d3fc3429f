import { readFileSync } from 'node:fs';
import { cellsOf } from './demonstration.ts';
import type { BankSystem } from '../src/demo/returned.ts';
import { type Finished, runCommand, StartedPlatform } from './started-platform.ts';
import { tokenOf } from './token-of.ts';

/** What platform.json tells tests. */
export interface PlatformFile {
  readonly gatewayUrl: string;
  readonly tokenUrl: string;
  readonly accounts: Readonly<Record<string, { clientId: string; clientSecret: string; totpSecret: string }>>;
  readonly kafkaBrokers: readonly string[];
  readonly mongodbUri: string;
  readonly simulators: { readonly bank: BankSystem };
}

/** What a request was answered. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The body goes out as it stands: a test of bad input must be able to send anything. */
export interface Asked {
  readonly body?: string;
  readonly key?: string;
  readonly language?: 'zh-CN' | 'en';
  readonly traceparent?: string;
}

/** `npm start` with its demonstration, and the people who use what it started. */
export class WholePlatform extends StartedPlatform {
  readonly #tokens = new Map<string, string>();

  /** The rows of the printed table, one text a cell. */
  table(): string[][] {
    return this.lines()
      .filter((line) => /^[DELVX]\d+ /.test(line))
      .map(cellsOf);
  }

  file(): PlatformFile {
    return JSON.parse(readFileSync(this.platformFile, 'utf8')) as PlatformFile;
  }

  /** The operator's tool on this platform. */
  minzheng(...args: string[]): Promise<Finished> {
    return runCommand('packages/cli/bin/minzheng.mjs', [...args, '--platform', this.platformFile]);
  }

  /** One request through the gateway, as one of the demo accounts or as nobody. */
  async ask(account: string | undefined, method: string, path: string, request: Asked = {}): Promise<Answer> {
    const headers: Record<string, string> = { 'accept-language': request.language ?? 'en' };
    if (account !== undefined) headers['authorization'] = `Bearer ${await this.#token(account)}`;
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    if (request.traceparent !== undefined) headers['traceparent'] = request.traceparent;
    if (request.key !== undefined) headers['idempotency-key'] = `"${request.key}"`;
    const response = await fetch(`${this.file().gatewayUrl}/api/v1${path}`, {
      method,
      headers,
      ...(request.body !== undefined && { body: request.body }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  async #token(account: string): Promise<string> {
    const held = this.#tokens.get(account) ?? (await tokenOf(this.file().tokenUrl, this.file().accounts[account]));
    this.#tokens.set(account, held);
    return held;
  }
}
