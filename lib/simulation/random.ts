// Randomness as an object with a seed: the same seed replays the same world on any machine.

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A stream of its own for `name`: draws in one do not disturb the other. */
  fork(name: string): Random;
}

/**
 * Mulberry32 over a hashed seed: 32 bits of state, good enough for simulated people, never for
 * secrets.
 */
export function seededRandom(seed: number | string): Random {
  const origin = hash(String(seed));
  let state = origin;
  return {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    },
    fork: (name) => seededRandom(`${origin}/${name}`),
  };
}

/** Uniform in [from, to). */
export function between(random: Random, from: number, to: number): number {
  return from + (to - from) * random.next();
}

/** Log-normal by its mean and coefficient of variation (both > 0), in the unit of the mean. */
export function logNormal(random: Random, mean: number, variation: number): number {
  const sigma2 = Math.log(1 + variation * variation);
  return Math.exp(Math.log(mean) - sigma2 / 2 + Math.sqrt(sigma2) * normal(random));
}

function normal(random: Random): number {
  const u = 1 - random.next();
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.next());
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  return h >>> 0;
}
