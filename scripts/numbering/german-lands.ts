// The Länder of German area codes: libphonenumber names the place of each code, GeoNames says in
// which Land places of that name lie. Places of a name that lies in several Länder tell nothing;
// their codes go by their neighbours.

const LANDS: Readonly<Record<string, string>> = {
  '01': 'BW',
  '02': 'BY',
  '03': 'HB',
  '04': 'HH',
  '05': 'HE',
  '06': 'NI',
  '07': 'NW',
  '08': 'RP',
  '09': 'SL',
  '10': 'SH',
  '11': 'BB',
  '12': 'MV',
  '13': 'SN',
  '14': 'ST',
  '15': 'TH',
  '16': 'BE',
};

type Counts = Map<string, Map<string, number>>;

/** Rows [Länder, beginnings of area codes without the 0]. */
export function germanLands(towns: string, places: string): readonly (readonly [string, string])[] {
  const landsOf = landsByName(places);
  const blocks: Counts = new Map();
  const areas: Counts = new Map();
  for (const line of towns.split('\n')) {
    const [prefix, town] = line.trim().split('|');
    if (prefix === undefined || town === undefined || !prefix.startsWith('49')) continue;
    const lands = landsOf(town);
    if (lands?.size !== 1) continue;
    const [land] = lands as unknown as [string];
    count(blocks, prefix.slice(2, 4), land);
    count(areas, prefix.slice(2, 5), land);
  }
  const rows = new Map<string, string[]>();
  for (const [area, seen] of [...areas].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const lands = withoutNamesakes(seen, blocks.get(area.slice(0, 2))).join(' ');
    rows.set(lands, [...(rows.get(lands) ?? []), area]);
  }
  return [...rows].map(([lands, found]) => [lands, found.join(' ')] as const);
}

function landsByName(places: string): (town: string) => ReadonlySet<string> | undefined {
  const lands = new Map<string, Set<string>>();
  for (const line of places.split('\n')) {
    const columns = line.split('\t');
    const land = LANDS[columns[10] ?? ''];
    if (columns[6] !== 'P' || land === undefined) continue;
    for (const name of [columns[1] ?? '', ...(columns[3] ?? '').split(',')]) {
      lands.set(plain(name), (lands.get(plain(name)) ?? new Set()).add(land));
    }
  }
  return (town) => lands.get(plain(town)) ?? lands.get(plain(town.split(/[ (,/-]/)[0] ?? ''));
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace('sankt', 'st')
    .replace(/[^a-zäöüß]/g, '');

function count(counts: Counts, key: string, land: string): void {
  const seen = counts.get(key) ?? new Map<string, number>();
  counts.set(key, seen.set(land, (seen.get(land) ?? 0) + 1));
}

/**
 * A Land seen once in an area, hardly in its block and beside a clear majority is a place of the
 * same name elsewhere.
 */
function withoutNamesakes(
  seen: ReadonlyMap<string, number>,
  block: ReadonlyMap<string, number> | undefined,
): readonly string[] {
  const most = Math.max(...seen.values());
  return [...seen]
    .filter(([land, n]) => n > 1 || most < 3 || (block?.get(land) ?? 0) > 2)
    .map(([land]) => land)
    .toSorted();
}
