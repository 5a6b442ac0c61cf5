// Answers minus agents at one future moment, as an exact distribution: every busy agent and every call in
// flight is a coin of its own (Poisson-binomial), added by convolution inside a window of the values that
// matter. No normal approximation, because few agents are a first-class case.

/** Probability dropped at either end of the window. */
const NEGLIGIBLE = 1e-8;
const SURE = 0.9999;
const NEVER = 1e-5;

export class Surplus {
  private readonly chance: Float64Array;
  private readonly zero: number;
  private low: number;
  private high: number;

  /** `agents` and `answers` bound how many coins of each kind will be added. */
  constructor(agents: number, answers: number) {
    this.chance = new Float64Array(agents + answers + 3);
    this.zero = agents + 1;
    this.low = this.zero;
    this.high = this.zero;
    this.chance[this.zero] = 1;
  }

  /** One more agent who will be free with this chance. */
  addAgent(chance: number): void {
    if (chance < NEVER) return;
    const q = chance > SURE ? 1 : chance;
    const p = this.chance;
    this.low--;
    for (let i = this.low; i < this.high; i++) {
      p[i] = (p[i] ?? 0) * (1 - q) + (p[i + 1] ?? 0) * q;
    }
    p[this.high] = (p[this.high] ?? 0) * (1 - q);
    this.trim();
  }

  /** One more call that will have been answered with this chance. */
  addAnswer(chance: number): void {
    if (chance < NEVER) return;
    const q = chance > SURE ? 1 : chance;
    const p = this.chance;
    this.high++;
    for (let i = this.high; i > this.low; i--) {
      p[i] = (p[i] ?? 0) * (1 - q) + (p[i - 1] ?? 0) * q;
    }
    p[this.low] = (p[this.low] ?? 0) * (1 - q);
    this.trim();
  }

  /** Chance that one more person who answers finds no agent: the answers already take all of them. */
  noAgentLeft(): number {
    let sum = 0;
    for (let i = Math.max(this.low, this.zero); i <= this.high; i++) sum += this.chance[i] ?? 0;
    return sum;
  }

  private trim(): void {
    const p = this.chance;
    while (this.low < this.high && (p[this.low] ?? 0) < NEGLIGIBLE) p[this.low++] = 0;
    while (this.high > this.low && (p[this.high] ?? 0) < NEGLIGIBLE) p[this.high--] = 0;
  }
}
