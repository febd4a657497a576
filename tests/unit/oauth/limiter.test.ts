import { describe, expect, test } from 'vitest';
import { Limiter, toClient } from '../../../src/oauth/limiter.ts';

describe('whose requests are counted together', () => {
  test.each([
    ['the connection, when nothing stands before the server', '192.0.2.1', '198.51.100.1', 0, '192.0.2.1'],
    ['what our proxy added', '127.0.0.1', 'forged, 198.51.100.1', 1, '198.51.100.1'],
    [
      'what the first of our two proxies added',
      '127.0.0.1',
      'forged, 198.51.100.1, 10.0.0.2',
      2,
      '198.51.100.1',
    ],
    ['the connection, when a proxy added nothing', '127.0.0.1', null, 1, '127.0.0.1'],
    ['IPv4 written as IPv6', '::ffff:192.0.2.1', null, 0, '192.0.2.1'],
    ['the network of an IPv6 address', '2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2'],
    ['the network of a short IPv6 address', '2001:DB8::1', null, 0, '2001:db8:0:0'],
    ['the loopback address', '::1', null, 0, '0:0:0:0'],
    ['everybody, when the host does not say', undefined, null, 0, 'unknown'],
  ])('%s', (_, address, forwarded, proxies, client) => {
    expect(toClient(address, forwarded, proxies)).toBe(client);
  });
});

test('a crowd of addresses does not fill the memory, nor free the one that asks too often', () => {
  const limiter = new Limiter();
  let refused = 0;
  for (let count = 0; count < 20_000; count += 1) {
    limiter.count(`10.0.${String(count >> 8)}.${String(count & 255)}`, 0);
    if (limiter.count('192.0.2.1', 0) !== undefined) refused += 1;
  }
  expect(refused).toBe(20_000 - 60);
});
