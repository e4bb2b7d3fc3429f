import type { Transaction } from '@minzheng/store';

/** A transaction with some of its steps replaced. */
export function withTransaction(tx: Transaction, steps: Partial<Transaction>): Transaction {
  return new Proxy(tx, {
    get: (target, name) => {
      const own: unknown = Reflect.get(steps, name);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
