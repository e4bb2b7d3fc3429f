import { describe, expect, test } from '@jest/globals';
import { isPublicAddress, readEndpoint } from './endpoint.ts';

describe('an endpoint in production', () => {
  test.each([
    ['https://hooks.example.gov.cn/minzheng', 'https://hooks.example.gov.cn/minzheng'],
    ['https://hooks.example.gov.cn:8443/a?b=c', 'https://hooks.example.gov.cn:8443/a?b=c'],
    ['https://93.184.216.34/hook', 'https://93.184.216.34/hook'],
    ['https://[2606:2800:220:1::1]/hook', 'https://[2606:2800:220:1::1]/hook'],
  ])('%s is taken', (text, url) => {
    expect(readEndpoint(text, 'public-https')).toBe(url);
  });

  // DELIVERY row 80, and what belongs to it.
  test.each([
    'http://hooks.example.gov.cn/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0.0.0.0/',
    'https://localhost/',
    'https://localhost./',
    'https://a.localhost/',
    'https://db.internal/',
    'https://intranet/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.1.2.3/',
    'https://192.168.1.1/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::a00:1]/',
    'https://user@hooks.example.gov.cn/',
    'https://user:word@hooks.example.gov.cn/',
    'https://hooks.example.gov.cn:22/',
    'https://hooks.example.gov.cn/#part',
    'file:///etc/passwd',
    'gopher://hooks.example.gov.cn/',
    'hooks.example.gov.cn',
    '',
  ])('%s is refused', (text) => {
    expect(readEndpoint(text, 'public-https')).toBeUndefined();
  });
});

test('on a developer’s machine the receiver may stand beside us, but nothing else than HTTP', () => {
  expect(readEndpoint('http://127.0.0.1:8205/webhooks/a', 'anything-local')).toBe('http://127.0.0.1:8205/webhooks/a');
  expect(readEndpoint('file:///etc/passwd', 'anything-local')).toBeUndefined();
  expect(readEndpoint('http://a:b@127.0.0.1/', 'anything-local')).toBeUndefined();
});

test.each([
  ['8.8.8.8', true],
  ['10.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['224.0.0.1', false],
  ['not an address', false],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
