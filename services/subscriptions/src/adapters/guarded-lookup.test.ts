import { expect, test } from '@jest/globals';
import { guardedLookup } from './guarded-lookup.ts';

type Found = { error: NodeJS.ErrnoException | null; address: unknown };

/** Looks a name up that leads to these addresses. */
function lookUp(addresses: readonly string[], all: boolean): Promise<Found> {
  const rows = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const lookup = guardedLookup((_, __, done) => done(null, rows));
  return new Promise((resolve) => {
    lookup('hooks.example.gov.cn', { all }, (error, address) => resolve({ error, address }));
  });
}

test('a name that leads to the public internet is connected to, at the very address that was looked at', async () => {
  expect(await lookUp(['93.184.216.34'], false)).toEqual({ error: null, address: '93.184.216.34' });
  const both = await lookUp(['93.184.216.34', '2606:2800:220:1::1'], true);
  expect(both.address).toMatchObject([{ address: '93.184.216.34' }, { address: '2606:2800:220:1::1' }]);
});

test.each([
  ['a private address', ['10.0.0.7']],
  ['loopback, as nip.io gives it', ['127.0.0.1']],
  ['a private address beside a public one', ['93.184.216.34', '::ffff:192.168.0.1']],
  ['the metadata service of a cloud', ['169.254.169.254']],
])('a name that leads to %s is refused whole', async (_, addresses) => {
  for (const all of [true, false]) {
    expect((await lookUp(addresses, all)).error).toMatchObject({ code: 'EENDPOINTREFUSED' });
  }
});

test('a name without an address is an error like any other', async () => {
  expect((await lookUp([], true)).error).toBeInstanceOf(Error);
});
