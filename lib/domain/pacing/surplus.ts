// Answers minus agents at one future moment, as an exact distribution: every busy agent and every call in
// flight is a coin of its own (Poisson-binomial), added by convolution inside a window of the values that
// matter. No normal approximation, because few agents are a first-class case.

/** Probability dropped at either end of the window. */
const NEGLIGIBLE = 1e-8;
const SURE = 0.9999;
const NEVER = 1e-5;
/** Values the window has room for at first; it grows when coins need more. */
const ROOM = 64;

export class Surplus {
  private chance = new Float64Array(ROOM);
  /** Index of the first and last value in the window, and the value at the first. */
  private first = ROOM >> 1;
  private last = ROOM >> 1;
  private value = 0;

  constructor() {
    this.chance[this.first] = 1;
  }

  /** One more agent who will be free with this chance. */
  addAgent(chance: number): void {
    if (chance < NEVER) return;
    if (chance > SURE) {
      this.value--;
      return;
    }
    if (this.first === 0) this.grow();
    const p = this.chance;
    this.first--;
    this.value--;
    for (let i = this.first; i < this.last; i++) {
      p[i] = (p[i] ?? 0) * (1 - chance) + (p[i + 1] ?? 0) * chance;
    }
    p[this.last] = (p[this.last] ?? 0) * (1 - chance);
    this.trim();
  }

  /** One more call that will have been answered with this chance. */
  addAnswer(chance: number): void {
    if (chance < NEVER) return;
    if (chance > SURE) {
      this.value++;
      return;
    }
    if (this.last === this.chance.length - 1) this.grow();
    const p = this.chance;
    this.last++;
    for (let i = this.last; i > this.first; i--) {
      p[i] = (p[i] ?? 0) * (1 - chance) + (p[i - 1] ?? 0) * chance;
    }
    p[this.first] = (p[this.first] ?? 0) * (1 - chance);
    this.trim();
  }

  /** Chance that one more person who answers finds no agent: the answers already take all of them. */
  noAgentLeft(): number {
    let sum = 0;
    for (let i = Math.max(this.first, this.first - this.value); i <= this.last; i++) {
      sum += this.chance[i] ?? 0;
    }
    return sum;
  }

  private trim(): void {
    const p = this.chance;
    while (this.first < this.last && (p[this.first] ?? 0) < NEGLIGIBLE) {
      p[this.first++] = 0;
      this.value++;
    }
    while (this.last > this.first && (p[this.last] ?? 0) < NEGLIGIBLE) p[this.last--] = 0;
  }

  private grow(): void {
    const before = this.chance;
    const shift = before.length >> 1;
    this.chance = new Float64Array(2 * before.length);
    this.chance.set(before, shift);
    this.first += shift;
    this.last += shift;
  }
}
