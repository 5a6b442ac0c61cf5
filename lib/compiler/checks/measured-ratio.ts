// What a fixed ratio of calls does to people who answer, as measured in the benchmark's simulator
// (`npm run bench:pacing -- --ratio`): three in ten people answer, the pickup rate says 30 % or,
// too low, 20 %.

/** Per cent of answered calls abandoned. */
interface Abandoned {
  readonly right: number;
  readonly tooLow: number;
}

/** Counted for all agents online, or for free ones. */
type Measured = Readonly<Record<'online' | 'free', Abandoned>> & { readonly agents: number };

const MEASURED: readonly [Measured, ...Measured[]] = [
  {
    agents: 1,
    online: { right: 89, tooLow: 91 },
    free: { right: 40, tooLow: 48.1 },
  },
  {
    agents: 2,
    online: { right: 87.1, tooLow: 90.7 },
    free: { right: 35.2, tooLow: 44.9 },
  },
  {
    agents: 5,
    online: { right: 86.4, tooLow: 90.6 },
    free: { right: 26.1, tooLow: 37.1 },
  },
  {
    agents: 10,
    online: { right: 86.4, tooLow: 90.6 },
    free: { right: 15.3, tooLow: 28.6 },
  },
  {
    agents: 20,
    online: { right: 86.2, tooLow: 90.7 },
    free: { right: 6.5, tooLow: 17.8 },
  },
  {
    agents: 50,
    online: { right: 86, tooLow: 90.5 },
    free: { right: 0.6, tooLow: 5.7 },
  },
  {
    agents: 100,
    online: { right: 85.9, tooLow: 90.6 },
    free: { right: 0, tooLow: 1.7 },
  },
];

/**
 * @param team agents of the campaign's queue; the nearest smaller team that was measured is quoted
 */
export function measuredAbandoned(team: number, per: 'online' | 'free'): string {
  const measured = MEASURED.findLast(({ agents }) => agents <= team) ?? MEASURED[0];
  const { right, tooLow } = measured[per];
  const size = measured.agents === 1 ? 'one agent' : `${measured.agents} agents`;
  return (
    'a fixed ratio does not limit abandoned calls: in the benchmark with ' +
    `${size}, ${right} % of answered calls were abandoned at the correct pickup rate of 30 %, ` +
    `and ${tooLow} % when it was set too low, to 20 %`
  );
}
