import { expect, test } from '@jest/globals';
import { requestHeaders } from './headers.ts';

test('a client’s own words for its traces, its cookies and what it says of its address go no further', () => {
  const sent = {
    accept: 'application/json',
    'content-type': 'application/json',
    tracestate: 'm=13800000101',
    baggage: 'person=330302198506124011',
    cookie: 'a=b',
    'x-forwarded-for': '10.0.0.1',
    referer: 'https://example.org/?id=330302198506124011',
    authorization: 'Bearer theirs',
    traceparent: '00-1-1-01',
  };
  expect(requestHeaders(sent, { traceparent: '00-2-2-01', authorization: 'Bearer ours' })).toEqual({
    accept: 'application/json',
    'content-type': 'application/json',
    traceparent: '00-2-2-01',
    authorization: 'Bearer ours',
  });
});
