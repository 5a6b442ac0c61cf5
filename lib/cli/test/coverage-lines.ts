// The share of paths that tests cover, and those they do not.

interface Coverage {
  readonly id: string;
  readonly taken: number;
  readonly paths: number;
  readonly untaken: readonly { readonly at: string; readonly on: string; readonly to: string }[];
}

export function coverageLines(heading: string, coverage: readonly Coverage[]): readonly string[] {
  if (coverage.length === 0) return [];
  const width = Math.max(...coverage.map(({ id }) => id.length));
  return [
    '',
    heading,
    ...coverage.flatMap(({ id, taken, paths, untaken }) => [
      `  ${id.padEnd(width)}  ${share(taken, paths)}  ${taken} of ${paths}`,
      ...untaken.map(({ at, on, to }) => `      not covered: ${at}: ${on} → ${to}`),
    ]),
  ];
}

/** A rule of one tile has no path to cover. */
const share = (taken: number, paths: number): string =>
  `${String(paths === 0 ? 100 : Math.floor((100 * taken) / paths)).padStart(3)}%`;
