import { describe, expect, test } from '@jest/globals';
import { newSigningSecret, signatureOf } from './signature.ts';

/** The vector of Standard Webhooks (STANDARDS §6). */
const vector = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' };
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

describe('a signature', () => {
  test('is what the specification says it is', () => {
    expect(signatureOf(vector, [secret])).toBe(signature);
  });

  test('of another body, id or time is another one', () => {
    for (const changed of [{ body: '{}' }, { id: 'msg_2' }, { timestamp: 1 }]) {
      expect(signatureOf({ ...vector, ...changed }, [secret])).not.toBe(signature);
    }
  });

  test('while secrets change there is one for each, the newest first', () => {
    const fresh = newSigningSecret();
    expect(fresh).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const [first, second, ...rest] = signatureOf(vector, [fresh, secret]).split(' ');
    expect([first, second, rest]).toEqual([signatureOf(vector, [fresh]), signature, []]);
  });
});
