// Which answers a notice makes untrue. What is not in the table changes without a word: a page
// looks for it by itself.
import type { QueryKey } from '@tanstack/react-query';
import type { ReadId } from '../api/operation-types.ts';
import type { Notice } from './live-line.ts';

type Of = 'campaign' | 'record' | 'desk';

interface Told {
  readonly of: Of;
  /** ms between two looks at most, however often it changes. */
  readonly gap: number;
  /** Agents are in it, who come and go beside their calls. */
  readonly agents?: true;
  /** Part of it is told by nobody: it is looked for somewhat more often. */
  readonly partly?: true;
}

const TOTALS: Told = { of: 'campaign', gap: 5000 };
const OWN: Told = { of: 'record', gap: 1000 };
const AT_DESK: Told = { of: 'desk', gap: 1000 };

const TOLD: Readonly<Partial<Record<ReadId, Told>>> = {
  listCampaigns: TOTALS,
  readCampaign: TOTALS,
  listAlerts: { ...TOTALS, agents: true },
  readForecast: { of: 'campaign', gap: 30_000 },
  // calls, breaks and log-ins are told, the end of the work after a call is not
  readLive: { ...TOTALS, gap: 2000, agents: true, partly: true },
  listGroups: { ...TOTALS, gap: 2000, agents: true, partly: true },
  listNextRecords: TOTALS,
  listImports: TOTALS,
  readRecord: OWN,
  // of the person's records, those in other campaigns are not in the key
  readPerson: { ...OWN, partly: true },
  readPersonTimeline: { ...OWN, partly: true },
  readTimeline: OWN,
  explainRecord: OWN,
  listContacts: OWN,
  readDesk: AT_DESK,
  readWindow: AT_DESK,
  listMyRecords: AT_DESK,
  // what nobody has is told to nobody
  listUnclaimed: { ...AT_DESK, partly: true },
};

const toldOf = (id: unknown): Told | undefined => TOLD[id as ReadId];

/** While a look is only for what got lost on the way. */
const RARER = 6;
/** Where it is for what nobody tells as well. */
const PARTLY_RARER = 3;

/** How many times as rarely an operation is asked for by itself while the line is there. */
export function rarer(id: ReadId): number {
  const told = toldOf(id);
  if (told === undefined) return 1;
  return told.partly ? PARTLY_RARER : RARER;
}

/** ms; 0: as soon as possible. */
export const gapOf = ([id]: QueryKey): number => toldOf(id)?.gap ?? 0;

/** @param etag of what the page has: it may be the change already, when it was the page's own */
export function concerns(key: QueryKey, notice: Notice, etag?: string): boolean {
  const [id, params] = key;
  const told = toldOf(id);
  if (told === undefined) return false;
  if (told.agents === true && notice.agents === true) return true;
  if (told.of === 'desk') return notice.desk === true || notice.changed.length > 0;
  const { campaign, record } = (params ?? {}) as Readonly<Record<string, string>>;
  return notice.changed.some((one) => {
    if (campaign !== undefined && one.campaign !== campaign) return false;
    if (told.of === 'campaign') return true;
    if (one.more === true) return true;
    const version = record === undefined ? undefined : one.records?.[record];
    return version !== undefined && version > versionIn(etag);
  });
}

const versionIn = (etag = ''): number => Number(/v(\d+)/.exec(etag)?.[1] ?? -1);
