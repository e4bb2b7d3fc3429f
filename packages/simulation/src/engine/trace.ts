/** What happened, in order: always as a digest, in words where somebody wants to read it. */
export class Trace {
  readonly lines: string[] = [];
  private readonly inWords: boolean;
  private low = 0x811c9dc5;
  private high = 0x01000193;

  constructor(inWords: boolean) {
    this.inWords = inWords;
  }

  note(atMs: number, who: string, what: string): void {
    this.take(`${atMs} ${who} ${what}`);
    if (this.inWords) this.lines.push(`${String(atMs).padStart(7)} ms  ${who.padEnd(18)} ${what}`);
  }

  /** 16 hexadecimal digits; two runs with the same are the same run. */
  get digest(): string {
    return [this.high, this.low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }

  private take(text: string): void {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      this.low = Math.imul(this.low ^ code, 0x01000193);
      this.high = Math.imul(this.high ^ (code + this.low), 0x85ebca6b);
    }
  }
}
