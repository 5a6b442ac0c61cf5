// DynamoDB bills each write of a campaign's state by its size, and most of that is what the pacing
// has learned: hundreds of sums that fade. Their last twelve digits carry no information and do not
// compress; five are kept, which is a hundredth of a call in a thousand.
import type { PacingMemory } from './pacing-memory.ts';

const DIGITS = 5;

export const withStoredDigits = (memory: PacingMemory): PacingMemory =>
  rounded(memory) as PacingMemory;

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : digitsOf(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rounded(part)]));
}

/** A zero and what is no finite number have no digits to drop. */
function digitsOf(value: number): number {
  if (!Number.isFinite(value)) return value;
  const places = DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)));
  // a power of ten with a negative exponent is not exact, its inverse is
  return places >= 0 ? keep(value, 10 ** places) : value;
}

const keep = (value: number, scale: number): number => Math.round(value * scale) / scale;
