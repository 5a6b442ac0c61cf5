/** The clock flows run on. */
export interface FlowTime {
  /** Simulated time, epoch ms. */
  now(): number;
  /** Runs `run` after so many simulated ms. */
  after(ms: number, run: () => void): void;
}
