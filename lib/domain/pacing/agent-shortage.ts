// Answers minus agents at one future moment: every busy agent and every call in flight is an
// independent event. The distribution of their sum is computed exactly, by convolution within a
// window of the values that matter, because small teams are a first-class case. With hundreds of
// events, mean, variance and skewness agree with it to four digits, and the decision stays under a
// millisecond.

import { normalCumulative, normalDensity } from './normal-distribution.ts';

/** Probability dropped at either end of the window. */
const NEGLIGIBLE = 1e-8;
const SURE = 0.9999;
const NEVER = 1e-5;
/**
 * Width of the window; up to the variance below, events spread over at most 11 sigma either way.
 */
const WIDTH = 160;
/** Variance from which on the moments stand for the distribution. */
const LARGE_VARIANCE = 40;

export class AgentShortage {
  /** As long as needed: most decisions have few events, and make many of these. */
  private readonly chance: number[] = [1];
  /** Indexes of the window, and the value at the first of them. */
  private first = 0;
  private last = 0;
  private value = 0;
  /** Chances not convolved yet: with many events that is never needed. */
  private pending: number[] = [];
  private mean = 0;
  private variance = 0;
  private thirdMoment = 0;

  /** One more agent who will be free with this chance. */
  addAgent(chance: number): void {
    if (chance < NEVER) return;
    // One agent for sure, less the chance that the agent is not free after all.
    this.value--;
    this.mean--;
    this.addEvent(1 - chance);
  }

  /** One more call that will have been answered with this chance. */
  addAnswer(chance: number): void {
    this.addEvent(chance);
  }

  /**
   * Chance that one more person who answers finds no agent: the answers already take all of them.
   */
  chanceOfNoAgent(): number {
    if (this.variance > LARGE_VARIANCE) return this.chanceByMoments();
    for (const chance of this.pending) this.convolve(chance);
    this.pending = [];
    let sum = 0;
    for (let i = Math.max(this.first, this.first - this.value); i <= this.last; i++) {
      sum += this.chance[i] ?? 0;
    }
    return sum;
  }

  private addEvent(chance: number): void {
    if (chance < NEVER) return;
    if (chance > SURE) {
      this.value++;
      this.mean++;
      return;
    }
    const spread = chance * (1 - chance);
    this.mean += chance;
    this.variance += spread;
    this.thirdMoment += spread * (1 - 2 * chance);
    if (this.variance <= LARGE_VARIANCE) this.pending.push(chance);
  }

  private convolve(chance: number): void {
    if (this.last === WIDTH - 1) this.toTheStart();
    const p = this.chance;
    this.last++;
    for (let i = this.last; i > this.first; i--) {
      p[i] = (p[i] ?? 0) * (1 - chance) + (p[i - 1] ?? 0) * chance;
    }
    p[this.first] = (p[this.first] ?? 0) * (1 - chance);
    while (this.first < this.last && (p[this.first] ?? 0) < NEGLIGIBLE) {
      p[this.first++] = 0;
      this.value++;
    }
    while (this.last > this.first && (p[this.last] ?? 0) < NEGLIGIBLE) p[this.last--] = 0;
  }

  private toTheStart(): void {
    const width = this.last - this.first;
    this.chance.copyWithin(0, this.first, this.last + 1);
    this.chance.fill(0, width + 1);
    this.first = 0;
    this.last = width;
  }

  /** The normal distribution with one term of Edgeworth's correction, half a person below zero. */
  private chanceByMoments(): number {
    const sigma = Math.sqrt(this.variance);
    const z = (-0.5 - this.mean) / sigma;
    const skewness = this.thirdMoment / (this.variance * sigma);
    const above = 1 - normalCumulative(z) + (skewness / 6) * (z * z - 1) * normalDensity(z);
    return Math.min(1, Math.max(0, above));
  }
}
