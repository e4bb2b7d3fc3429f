const KEPT_MS = 30_000;

/**
 * Makes one call of many for the same key: those that come while it is under way, or shortly after it with a cookie from before
 * it, get its result. A call that failed is forgotten at once.
 */
export class OneFlight<T> {
  readonly #call: (key: string) => Promise<T>;
  readonly #flights = new Map<string, Promise<T>>();

  constructor(call: (key: string) => Promise<T>) {
    this.#call = call;
  }

  get(key: string): Promise<T> {
    const known = this.#flights.get(key);
    if (known !== undefined) return known;
    const flight = this.#call(key);
    this.#flights.set(key, flight);
    flight.then(
      () => void setTimeout(() => this.#flights.delete(key), KEPT_MS).unref(),
      () => void this.#flights.delete(key),
    );
    return flight;
  }
}
