// From libphonenumber's "number prefix | time zones" to the shortest table that tells the same of
// whole area codes.

export type Prefixes = readonly {
  readonly prefix: string;
  /** The calling code it begins with. */
  readonly code: string;
  readonly zones: readonly string[];
}[];

/**
 * Digits after the calling code that are looked at: an area code; single exchanges within it are
 * not told apart.
 */
const DIGITS = 3;

export function zonePrefixes(text: string, codes: readonly string[]): Prefixes {
  const entries = text
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('|') as [string, string])
    .map(([prefix, zones]) => [prefix, zones.trim().split('&')] as const);
  const raw = new Map(entries);
  const kept = new Map<string, Set<string>>();
  for (const [prefix, zones] of entries) {
    const code = codeOf(prefix, codes);
    if (code === undefined) continue; // satellites, freephone of no country
    const short = prefix.slice(0, code.length + DIGITS);
    // An exchange is counted to its area, which has every zone one of its exchanges has, beside
    // those of its rest. North American areas that have no line of their own are listed exchange by
    // exchange: nothing is left over.
    const rest = short === prefix ? [] : code === '1' ? (raw.get(short) ?? []) : restOf(short, raw);
    kept.set(short, new Set([...(kept.get(short) ?? []), ...zones, ...rest]));
  }
  const table = [...kept].map(([prefix, zones]) => ({
    prefix,
    code: codeOf(prefix, codes) ?? '',
    zones: alike([...zones].toSorted()),
  }));
  return table.filter(({ prefix, zones, code }) => {
    const above = longestAbove(prefix, kept);
    const same =
      above !== undefined && alike([...(kept.get(above) ?? [])].toSorted()).join() === zones.join();
    // Calling codes shared by countries keep their area codes: they also tell the country.
    return !same || code === '1' || code === '7';
  });
}

/** The zones of what begins with `area` and is not told apart further. */
function restOf(area: string, raw: ReadonlyMap<string, readonly string[]>): readonly string[] {
  for (let n = area.length; n > 0; n--) {
    const zones = raw.get(area.slice(0, n));
    if (zones !== undefined) return zones;
  }
  return [];
}

function codeOf(prefix: string, codes: readonly string[]): string | undefined {
  return [1, 2, 3].map((n) => prefix.slice(0, n)).find((code) => codes.includes(code));
}

function longestAbove(prefix: string, kept: ReadonlyMap<string, unknown>): string | undefined {
  for (let n = prefix.length - 1; n > 0; n--)
    if (kept.has(prefix.slice(0, n))) return prefix.slice(0, n);
  return undefined;
}

/** Of zones whose clocks agree the whole of 2026 to 2028, the first. */
export function alike(zones: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const zone of zones) {
    const clock = clockOf(zone);
    if (!first.has(clock)) first.set(clock, zone);
  }
  return [...first.values()];
}

const clocks = new Map<string, string>();

function clockOf(zone: string): string {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsets: string[] = [];
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
    offsets.push(format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
  }
  clocks.set(zone, offsets.join());
  return offsets.join();
}
