// What lines of the journal have made untrue on somebody's page: names of campaigns, ids of records
// with their versions, whether agents came or went, and whether something happened at a person's
// own desk. None of what happened itself: a page asks for it, and the API decides again who may
// read it.
import { readLineId } from '../model/journal-line.ts';
import { mayHear, mayHearOfAgents, type Watch } from './watch.ts';

/** A line as the stream brings it; older versions wrote entries that nobody knows any more. */
export interface WrittenLine {
  readonly id: string;
  readonly campaign: string;
  readonly record?: string | undefined;
  readonly entry: Readonly<Record<string, unknown>>;
}

export interface CampaignNews {
  readonly campaign: string;
  /** Record → the version that is the newest here. */
  readonly records: ReadonlyMap<string, number>;
  /** Who is named by what happened. */
  readonly names: ReadonlySet<string>;
}

/** What has happened since pages were told last. */
export interface Happened {
  readonly campaigns: readonly CampaignNews[];
  /** Somebody came, went, began or ended a break. */
  readonly agents: boolean;
}

/** What a page is told. */
export interface ChangeNotice {
  readonly changed: readonly {
    readonly campaign: string;
    readonly records?: Readonly<Record<string, number>>;
    /** More records than are named. */
    readonly more?: true;
  }[];
  /** What agents are doing beside calls. */
  readonly agents?: true;
  /** Something at the person's own desk. */
  readonly desk?: true;
}

/** Records named in one notice: beyond it a page has to take any of the campaign for changed. */
const MOST_RECORDS = 100;

export function changesIn(lines: readonly WrittenLine[]): readonly CampaignNews[] {
  const byCampaign = Map.groupBy(lines, ({ campaign }) => campaign);
  return [...byCampaign].map(([campaign, written]) => {
    const records = new Map<string, number>();
    for (const { id, record } of written) {
      if (record === undefined) continue;
      const version = Math.floor(readLineId(id).sequence / 100);
      records.set(record, Math.max(version, records.get(record) ?? 0));
    }
    return { campaign, records, names: new Set(written.flatMap(({ entry }) => namesIn(entry))) };
  });
}

/** The agent of a call, who did it, and for whom a record is kept; moments are no names. */
const namesIn = ({ agent, by, for: kept }: WrittenLine['entry']): readonly string[] =>
  [agent, by, kept].filter((name) => typeof name === 'string');

/** undefined: nothing that this person may know of, or cares for. */
export function noticeFor({ campaigns, agents }: Happened, watch: Watch): ChangeNotice | undefined {
  const changed = campaigns
    .filter(({ campaign }) => mayHear(watch, campaign))
    .map(({ campaign, records }) => {
      if (records.size === 0) return { campaign };
      if (records.size > MOST_RECORDS) return { campaign, more: true as const };
      return { campaign, records: Object.fromEntries(records) };
    });
  const { agent } = watch;
  const desk = agent !== undefined && campaigns.some(({ names }) => names.has(agent));
  const others = agents && mayHearOfAgents(watch);
  if (changed.length === 0 && !others && !desk) return undefined;
  return {
    changed,
    ...(others && { agents: true as const }),
    ...(desk && { desk: true as const }),
  };
}
