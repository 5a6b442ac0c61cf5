import { describe, expect, it } from 'vitest';
import {
  type AnswerRate,
  answerChance,
  emptyAnswerRate,
  noteOutcome,
} from '../../../../lib/domain/pacing/answer-rate.ts';
import { seededRandom } from '../../../../lib/simulation/random.ts';

const SETTLE = 30_000;

/** One dial a second, each answered with this chance; all end within the settling time. */
function dials(rate: AnswerRate, count: number, chance: number, from = 0): AnswerRate {
  const random = seededRandom(`${count} ${chance}`);
  let next = rate;
  for (let i = 0; i < count; i++) {
    const startedAt = from + 1000 * i;
    const answered = random.next() < chance;
    next = noteOutcome(next, { startedAt, at: startedAt + 20_000, answered }, SETTLE);
  }
  return next;
}

describe('answer rate', () => {
  it('is a wide guess before the first call', () => {
    const { chance, error } = answerChance(emptyAnswerRate());

    expect(chance).toBeCloseTo(0.3, 9);
    expect(error).toBeGreaterThan(0.15);
  });

  it('finds a steady chance and grows sure of it', () => {
    const { chance, error } = answerChance(dials(emptyAnswerRate(), 4000, 0.2));

    expect(chance).toBeGreaterThan(0.18);
    expect(chance).toBeLessThan(0.22);
    expect(error).toBeLessThan(0.03);
  });

  it('follows a sudden change within a few hundred calls', () => {
    const before = dials(emptyAnswerRate(), 4000, 0.2);

    const { chance } = answerChance(dials(before, 300, 0.5, 4_000_000));

    expect(chance).toBeGreaterThan(0.4);
    expect(chance).toBeLessThan(0.6);
  });

  it('grows less sure when outcomes no longer fit what it knew', () => {
    const before = dials(emptyAnswerRate(), 4000, 0.2);
    const after = dials(before, 70, 0.6, 4_000_000);

    expect(answerChance(after).error).toBeGreaterThan(answerChance(before).error);
  });

  it('does not count quick endings before slow ones of the same moment could end', () => {
    let rate = dials(emptyAnswerRate(), 1000, 0.3);
    const settled = noteOutcome(
      rate,
      { startedAt: 1_200_000, at: 1_200_000, answered: false },
      SETTLE,
    );
    const known = answerChance(settled);

    rate = settled;
    for (let i = 0; i < 500; i++) {
      rate = noteOutcome(rate, { startedAt: 1_200_000, at: 1_201_000, answered: false }, SETTLE);
    }

    expect(answerChance(rate)).toEqual(known);
  });

  it('stays of constant size however long the day', () => {
    const short = dials(emptyAnswerRate(), 200, 0.3);
    const long = dials(emptyAnswerRate(), 5000, 0.3);

    expect(long.pending.length).toBe(short.pending.length);
    expect(long.memories.map(({ length }) => length)).toEqual(
      short.memories.map(({ length }) => length),
    );
  });
});
