// Keys by what they are of: those of one thing that is spread over several are put together, and so
// are those of single records, numbers and agents.
import type { KeyUse } from './key-meter.ts';

export interface KindUse {
  readonly kind: string;
  /** So many keys were touched. */
  readonly keys: number;
  /** Units of the busiest of them. */
  readonly writes: number;
  readonly reads: number;
  /** What one key would take instead of several; undefined where there is one for each thing. */
  readonly asOne: { readonly writes: number; readonly reads: number } | undefined;
}

/** What each call of a campaign or group writes to, with the name of the campaign or group. */
const SPREAD: readonly (readonly [RegExp, string])[] = [
  [/^(flight|counts)#([^#]+)(#\d+)?$/, '$1#<campaign>'],
  [/^due#([^#]+)#rank(\d+)#\d+$/, 'due#<campaign>#rank$2'],
  [/^due#([^#]+)(#\d+)?$/, 'due#<campaign>'],
  [/^(figures)#([^#]+)#(\d{4}-\d\d)(#\d+)?$/, '$1#<campaign>#<month>'],
  [/^(ways|contacts)#([^#]+)#(\d{4}-\d\d-\d\d)(#\d+)?$/, '$1#<campaign>#<day>'],
  [/^throttle(#\d+)?$/, 'throttle'],
  [/^agents#([^#]+)(#\d+)?$/, 'agents#<group>'],
];

const OF_EACH: readonly (readonly [RegExp, string])[] = [
  [/^campaign#.*/, 'campaign#<campaign>'],
  [/^webhook#.*/, 'webhook#<webhook>'],
  [/^(number|contacts|ledger|look-up|contact|agent|user|waiting)#(?!prefixes).*/, '$1#<each>'],
  [/^answers#.*/, 'answers#<record>'],
  [/^[^#/]+\/.*/, '<campaign>/<record>'],
];

/** The thing that is spread, to tell campaigns apart, and what it is. */
function kindOf({ place, key }: KeyUse) {
  for (const [form, kind] of SPREAD)
    if (form.test(key))
      return { place, kind: `${place} ${key.replace(form, kind)}`, thing: thingOf(key) };
  for (const [form, kind] of OF_EACH)
    if (form.test(key))
      return { place, kind: `${place} ${key.replace(form, kind)}`, thing: undefined };
  return { place, kind: `${place} ${key}`, thing: undefined };
}

/** Without the number of the shard. */
const thingOf = (key: string): string =>
  /#rank\d+#\d+$/.test(key) || !/#\d{4}-\d\d(-\d\d)?$/.test(key)
    ? key.replace(/(?<=.)#\d+$/, '')
    : key;

export function byKind(uses: readonly KeyUse[]): readonly KindUse[] {
  const groups = Map.groupBy(uses, (use) => kindOf(use).kind);
  return [...groups].map(([kind, all]) => {
    const most = (of: readonly KeyUse[], figure: 'writes' | 'reads') =>
      Math.max(...of.map((use) => use[figure]));
    const things = Map.groupBy(all, (use) => kindOf(use).thing);
    const isSpread = !things.has(undefined);
    const sums = [...things.values()].map((of) => ({
      writes: of.reduce((sum, use) => sum + use.writes, 0),
      reads: of.reduce((sum, use) => sum + use.reads, 0),
    }));
    const [asOne] = sums.toSorted((a, b) => b.writes - a.writes);
    return {
      ...{ kind, keys: all.length, writes: most(all, 'writes'), reads: most(all, 'reads') },
      asOne: isSpread ? asOne : undefined,
    };
  });
}
