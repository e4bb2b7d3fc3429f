/**
 * Stands for what a service opens before it has routes: stores, clients, settings. A route table may name its parts and
 * hand them on; whatever calls one, counts it or prints it throws TypeError with its name, because such a table would
 * depend on what is opened and could be no contract.
 */
export function unopened(name: string): never {
  const refuse = (): never => {
    throw new TypeError(`the route table uses ${name} while it is declared; it may only hand it on`);
  };
  return new Proxy(refuse, {
    get: (_, key) => (typeof key === 'symbol' ? refuse() : unopened(`${name}.${key}`)),
    has: refuse,
    ownKeys: refuse,
    apply: refuse,
    construct: refuse,
    set: refuse,
  }) as never;
}
