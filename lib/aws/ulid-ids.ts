// ULIDs: 48 bits of time and 80 random bits in Crockford's base 32, so ids sort by the moment they
// were made. Within one millisecond the random part counts on, so one process never hands out two
// ids out of order. Source: github.com/ulid/spec.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../application/ports/clock.ts';
import type { Ids } from '../application/ports/ids.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_BITS = 80n;

export function ulidIds(clock: Clock, random: () => bigint = randomPart): Ids {
  let lastTime = -1;
  let lastRandom = 0n;
  return {
    next() {
      const time = Math.max(clock.now(), lastTime);
      lastRandom = time === lastTime ? lastRandom + 1n : random();
      lastTime = time;
      return encode((BigInt(time) << RANDOM_BITS) + lastRandom);
    },
  };
}

// The top bit stays free, so counting on cannot run over within any real millisecond.
const randomPart = (): bigint => BigInt(`0x${randomBytes(10).toString('hex')}`) >> 1n;

function encode(value: bigint): string {
  let text = '';
  for (let rest = value; text.length < 26; rest >>= 5n)
    text = `${ALPHABET[Number(rest & 31n)]}${text}`;
  return text;
}
