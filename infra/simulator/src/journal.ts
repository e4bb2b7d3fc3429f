import { closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';

/**
 * A file of JSON lines that only grows. A line is on the disk before `append` returns, so that whatever was answered is still known
 * after kill -9; a last line without its end was never answered and is cut off when the file is opened.
 */
export class Journal {
  readonly #descriptor: number;
  /** What the file held when it was opened. */
  readonly lines: readonly unknown[];

  constructor(file: string) {
    this.#descriptor = openSync(file, 'a+', 0o600);
    const text = readFileSync(file, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
    this.lines = whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
  }

  append(entry: unknown): void {
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
