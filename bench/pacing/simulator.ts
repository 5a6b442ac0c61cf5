// The simulator of ../shared/dialer and its policies, as the benchmark uses them.

export interface Result {
  readonly util: number;
  /** Share of live answers abandoned, all days together, and on the worst day. */
  readonly abandon: number;
  readonly worstDay: number;
}

export interface Scenario {
  readonly id: string;
  readonly days: number;
  readonly N: number;
  readonly [setting: string]: unknown;
}

interface Simulations {
  scenario(over: Scenario): Scenario;
  simulate(scenario: Scenario, policy: unknown, seed: number): unknown;
  summarize(days: readonly unknown[]): Result;
}

interface Policies {
  progressive(): unknown;
  ratioFree(): unknown;
  vicidial(options: object): unknown;
  lookahead(options: object): unknown;
}

export const DIALER = new URL('../../../shared/dialer/', import.meta.url);

export interface Simulator {
  /** Days of a scenario, each with a policy that knows nothing yet. */
  run(over: Scenario, days: number, seed0: number, policy: () => unknown): Result;
  readonly policies: Policies;
}

export async function simulatorOf(folder: URL): Promise<Simulator> {
  const { scenario, simulate, summarize } = (await import(
    new URL('sim.mjs', folder).href
  )) as Simulations;
  const policies = (await import(new URL('policies.mjs', folder).href)) as Policies;
  return {
    run: (over, days, seed0, policy) => {
      const whole = scenario(over);
      const day = (_: unknown, i: number) => simulate(whole, policy(), seed0 + i);
      return summarize(Array.from({ length: days }, day));
    },
    policies,
  };
}
