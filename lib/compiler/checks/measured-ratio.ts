// What a fixed ratio of calls does to people who answer, as measured in the benchmark's simulator
// (`npm run bench:pacing -- --ratio`): three in ten people answer, the pickup rate says 30 % or,
// too low, 20 %.

interface Measured {
  readonly agents: number;
  /**
   * Per cent of answered calls abandoned at the right pickup rate, and at the one that is too low.
   */
  readonly right: number;
  readonly tooLow: number;
}

const MEASURED: readonly [Measured, ...Measured[]] = [
  { agents: 1, right: 40, tooLow: 48.1 },
  { agents: 2, right: 35.2, tooLow: 44.9 },
  { agents: 5, right: 26.1, tooLow: 37.1 },
  { agents: 10, right: 15.3, tooLow: 28.6 },
  { agents: 20, right: 6.5, tooLow: 17.8 },
  { agents: 50, right: 0.6, tooLow: 5.7 },
  { agents: 100, right: 0, tooLow: 1.7 },
];

/**
 * @param team agents of the campaign's queue; the nearest smaller team that was measured is quoted
 */
export function measuredAbandoned(team: number): string {
  const { agents, right, tooLow } =
    MEASURED.findLast((measured) => measured.agents <= team) ?? MEASURED[0];
  const size = agents === 1 ? 'one agent' : `${agents} agents`;
  return (
    'a fixed ratio does not limit abandoned calls: in the benchmark with ' +
    `${size}, ${right} % of answered calls were abandoned at the correct pickup rate of 30 %, ` +
    `and ${tooLow} % when it was set too low, to 20 %`
  );
}
