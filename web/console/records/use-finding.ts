// What is looked for in a list of records, what was found, and what is marked in it.
import { useDeferredValue, useState } from 'react';
import type { Answer, Body, ItemOf } from '../../kit/api/operation-types.ts';
import {
  ANYTHING,
  conditionsOf,
  isSameFilter,
  looksLikeNumber,
  type Wanted,
  wantedOf,
} from '../filters/wanted.ts';
import { useConsole } from '../language.ts';
import { useRecords } from './use-records.ts';

/** Whose records they are: a campaign's, or the directory's. */
export type RecordsOf = Pick<Answer<'readCampaign'>, 'campaign' | 'name' | 'fields'>;

type Saved = ItemOf<'listFilters'>;

export function useFinding({ campaign, fields }: RecordsOf, state = '') {
  const { format } = useConsole();
  const [wanted, setWanted] = useState<Wanted>({ ...ANYTHING, state });
  const [saved, setSaved] = useState<Saved>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  // typing stays quick while the list is asked for
  const settled = useDeferredValue(wanted);
  const significant = fields.find((one) => one.significant) ?? fields[0];
  const place = { field: significant?.field, timeZone: format.timeZone };
  const isNumber = looksLikeNumber(settled.text);
  const conditions = conditionsOf(isNumber ? { ...settled, text: '' } : settled, place);
  const found = useRecords(campaign, isNumber ? settled.text.trim() : '', conditions);
  return {
    significant,
    wanted,
    change: (next: Partial<Wanted>) => setWanted({ ...wanted, ...next }),
    saved,
    choose: (filter: Saved | undefined) => {
      setSaved(filter);
      setWanted(filter === undefined ? ANYTHING : wantedOf(filter.conditions, place));
    },
    conditions,
    found,
    selected,
    toggle: (record: string) => {
      const next = new Set(selected);
      if (!next.delete(record)) next.add(record);
      setSelected(next);
    },
    /** Those that are marked, or else all that are shown, as a copy takes them. */
    marked: (): Body<'copyRecords'>['records'] => {
      if (selected.size > 0) return [...selected];
      if (isNumber) return (found.items ?? []).map(({ record }) => record);
      const isSaved = saved !== undefined && isSameFilter(saved.conditions, conditions);
      return isSaved ? { filter: saved.filter } : { conditions };
    },
  };
}

export type Finding = ReturnType<typeof useFinding>;
