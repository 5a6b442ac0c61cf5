// What reports are made of, in memory.
import type { RecallPosition, ReportStore } from '../../application/ports/report-store.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { Change } from '../../domain/model/change.ts';
import type { Counting } from '../../domain/model/counted-attempts.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { callingRank, inCallingOrder } from '../../domain/records/next-records.ts';
import {
  type DayCount,
  type DayOf,
  dayCounts,
  listedWith,
} from '../../domain/reports/day-counts.ts';
import { type WayCount, wayCounts } from '../../domain/reports/way-counts.ts';
import type { MemoryRecordStore } from './record-store.ts';

/** Figures and lists as the changes of the records make them. */
export class MemoryReports {
  private readonly figures = new Map<CampaignId, Map<string, DayCount>>();
  private readonly ways = new Map<string, WayCount>();
  private readonly lists = new Map<string, { at: number; contact: AttemptRef }[]>();
  private readonly dayOf: DayOf;

  constructor(dayOf: DayOf) {
    this.dayOf = dayOf;
  }

  note(change: Change & Counting): void {
    const { campaign, record } = change.after;
    for (const { day, agent, counts } of dayCounts(change, this.dayOf)) {
      const days = this.figures.get(campaign) ?? new Map<string, DayCount>();
      this.figures.set(campaign, days);
      const key = `${day}#${agent ?? ''}`;
      const sum: Record<string, number> = { ...days.get(key)?.counts };
      for (const [what, by] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + by;
      days.set(key, { day, ...(agent !== undefined && { agent }), counts: sum });
    }
    for (const way of wayCounts(change, this.dayOf)) {
      const key = JSON.stringify([campaign, way.day, way.kind, way.id, way.version]);
      const counts: Record<string, number> = { ...this.ways.get(key)?.counts };
      for (const [name, by] of Object.entries(way.counts)) counts[name] = (counts[name] ?? 0) + by;
      this.ways.set(key, { ...way, counts });
    }
    for (const { id, orderedAt } of listedWith(change)) {
      const day = `${campaign}#${this.dayOf(orderedAt)}`;
      const contact = { ref: { campaign, record }, attempt: id };
      this.lists.set(day, [...(this.lists.get(day) ?? []), { at: orderedAt, contact }]);
    }
  }

  of(campaign: CampaignId): readonly DayCount[] {
    return [...(this.figures.get(campaign)?.values() ?? [])];
  }

  waysOf(...of: Parameters<ReportStore['ways']>): readonly WayCount[] {
    const [campaign, day, { kind, id }] = of;
    const begins = JSON.stringify([campaign, day, kind, id]).slice(0, -1);
    return [...this.ways].flatMap(([key, way]) => (key.startsWith(`${begins},`) ? [way] : []));
  }

  on(campaign: CampaignId, day: string): readonly AttemptRef[] {
    const idOf = ({ ref, attempt }: AttemptRef) => `${ref.record}#${attempt}`;
    return (this.lists.get(`${campaign}#${day}`) ?? [])
      .toSorted((a, b) => b.at - a.at || (idOf(a.contact) < idOf(b.contact) ? 1 : -1))
      .map(({ contact }) => contact);
  }
}

export function memoryReportStore(
  store: Pick<MemoryRecordStore, 'all'>,
  reports: MemoryReports,
): ReportStore {
  return {
    figures: async (campaign, from, to) =>
      reports.of(campaign).filter(({ day }) => day >= from && day <= to),
    ways: async (...of) => reports.waysOf(...of),
    async contacts(campaign, day, page) {
      const { items, next } = some(reports.on(campaign, day), page);
      return { contacts: items, next };
    },
    async recalls(campaign, { limit, from }) {
      const recalls = [...store.all(campaign)].filter(({ state }) => state === 'recall-scheduled');
      const left = inCallingOrder(recalls).filter(
        (one) => from === undefined || isAfter(one, from),
      );
      const records = left.slice(0, limit);
      const last = records.at(-1);
      if (last === undefined || left.length <= limit) return { records };
      const after = { at: last.nextContact ?? last.createdAt, record: last.record };
      return { records, next: { rank: callingRank(last), after } };
    },
  };
}

function isAfter(record: CampaignRecord, { rank, after }: RecallPosition): boolean {
  const own = callingRank(record);
  if (own !== rank || after === undefined) return own >= rank;
  const at = record.nextContact ?? record.createdAt;
  return at > after.at || (at === after.at && record.record > after.record);
}

function some<T>(
  all: readonly T[],
  { limit, from = '0' }: { readonly limit: number; readonly from?: string | undefined },
): { readonly items: readonly T[]; readonly next?: string } {
  const end = Number(from) + limit;
  const items = all.slice(Number(from), end);
  return end >= all.length ? { items } : { items, next: String(end) };
}
