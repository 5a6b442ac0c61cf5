// Words for what the API names by ids of ours; what it may name in future stands as it is.

import { useConsole } from './language.ts';
import type { en } from './texts/en.ts';

type Key = keyof typeof en;

/** So many of them, as one says it. */
export type CountName = (id: string, n: number) => string;

export function useNames() {
  const { t } = useConsole();
  const named = (kind: string) => (id: string) => {
    const key = `${kind}.${id}` as Key;
    // a key without a text stands for itself
    const said = (t as (key: Key) => string)(key);
    return said === key ? id : said;
  };
  const ending = named('ending');
  /** A rule is left by how the call ended, or by a way of its own. */
  const exit = (on: string): string => {
    const said = named('exit')(on);
    return said === on ? ending(on) : said;
  };
  const counted =
    (kind: string): CountName =>
    (id, n) => {
      const key = `so-many.${kind}.${id}` as Key;
      const said = (t as (key: Key, values: { readonly n: number }) => string)(key, { n });
      return said === key ? `${n} ${id}` : said;
    };
  return {
    recordState: named('record'),
    ending,
    phase: named('phase'),
    activity: named('activity'),
    inPhase: counted('phase'),
    atIt: counted('activity'),
    mode: named('mode'),
    messageState: named('message'),
    outcome: named('outcome'),
    tile: named('tile'),
    exit,
    /** Of several that lead to the same place. */
    exits: (on: string) => on.split(', ').map(exit).join(', '),
  };
}
