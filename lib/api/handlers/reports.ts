// Reports: figures by campaign, agent and day, and lists, as JSON and as CSV.
import type { RecallPosition } from '../../application/ports/report-store.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import { CSV_MARK, csvDelimiter, csvLine } from '../../domain/model/csv.ts';
import { campaignId, recordId } from '../../domain/model/ids.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import { type CampaignRecord, defaultOf } from '../../domain/model/record.ts';
import { type Figures, summedBy } from '../../domain/reports/day-counts.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import { type Caller, reaches } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { cursorOf, positionOf, unknownCursor } from '../paging.ts';
import { type Problem, problem } from '../problems.ts';
import { type BY, MOST_DAYS, type REPORT_READS } from '../routes/reports.ts';
import {
  contactPosition,
  contactRow,
  contactsOf,
  daysBetween,
  type ListedContact,
  significantOf,
} from './report-contacts.ts';

type Needs = PortsOf<'api-read'>;

export const reportReads: RouteHandlers<typeof REPORT_READS, Needs> = {
  async reportFigures({ query, caller }, ports) {
    const rows = await figureRows(query, caller, ports);
    if ('problem' in rows) return rows;
    const { from, to = from } = query;
    return { body: { from, to, items: [...rows.items], classifierNames: rows.classifierNames } };
  },

  async reportFiguresCsv({ query, caller }, ports) {
    const rows = await figureRows(query, caller, ports);
    return 'problem' in rows ? rows : { body: figuresCsv(rows.items, ports) };
  },

  async reportContacts({ params: { campaign }, query }, ports) {
    const list = await contactList(campaign, query, () => true, ports);
    if ('problem' in list) return list;
    const { contacts, next, settings } = list;
    return { body: { items: contacts.map((one) => contactRow(one, settings)), next } };
  },

  async reportContactsCsv({ params: { campaign }, query }, ports) {
    const list = await contactList(campaign, query, () => true, ports);
    if ('problem' in list) return list;
    const { contacts, next, settings } = list;
    const rows = contacts.map((one) => contactRow(one, settings));
    return { body: asCsv(CONTACT_COLUMNS, rows, ports), next };
  },

  async reportRecalls({ params: { campaign }, query }, ports) {
    const list = await recallList(campaign, query, ports);
    if ('problem' in list) return list;
    return { body: { items: [...list.rows], next: list.next } };
  },

  async reportRecallsCsv({ params: { campaign }, query }, ports) {
    const list = await recallList(campaign, query, ports);
    if ('problem' in list) return list;
    return { body: asCsv(RECALL_COLUMNS, list.rows, ports), next: list.next };
  },

  async reportRecordings({ params: { campaign }, query }, ports) {
    const list = await recordingList(campaign, query, ports);
    if ('problem' in list) return list;
    return { body: { items: [...list.rows], next: list.next } };
  },

  async reportRecordingsCsv({ params: { campaign }, query }, ports) {
    const list = await recordingList(campaign, query, ports);
    if ('problem' in list) return list;
    const rows = list.rows.map((row) => ({ ...row, recorded: row.recorded.join(', ') }));
    return { body: asCsv(RECORDING_COLUMNS, rows, ports), next: list.next };
  },
};

interface Period {
  readonly from: string;
  readonly to?: string | undefined;
}

function daysOf({ from, to = from }: Period): readonly string[] | Problem {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const misplaced = (detail: string) =>
    problem('invalid-input', undefined, [{ pointer: 'query/to', detail }]);
  if (days < 1) return misplaced('is before the first day');
  if (days > MOST_DAYS) return misplaced(`${days} days instead of ${MOST_DAYS} at most`);
  return daysBetween(from, to);
}

interface FigureQuery extends Period {
  readonly campaign?: string | undefined;
  readonly by: (typeof BY)[number];
}

const PARTS = {
  campaign: ['campaign'],
  agent: ['agent'],
  day: ['day'],
  'campaign-agent-day': ['campaign', 'day', 'agent'],
} as const;

async function figureRows(query: FigureQuery, caller: Caller, ports: Needs) {
  const days = daysOf(query);
  if ('problem' in days) return days;
  const definitions = ports.definitions.definitions();
  const { campaign, from, to = from, by } = query;
  if (campaign !== undefined) {
    if (own(definitions.campaigns, campaign) === undefined)
      return problem('invalid-input', undefined, [
        { pointer: 'query/campaign', detail: 'there is no such campaign' },
      ]);
    if (!reaches(definitions, caller, campaign))
      return problem('not-allowed', 'the campaign does not name you as its supervisor');
  }
  const campaigns = Object.keys(definitions.campaigns).filter((id) =>
    campaign === undefined ? reaches(definitions, caller, id) : id === campaign,
  );
  const figures = await Promise.all(
    campaigns.map(async (id) => {
      const found = await ports.reports.figures(campaignId(id), from, to);
      return found.map((one) => ({ ...one, campaign: id }));
    }),
  );
  const items = summedBy(PARTS[by], figures.flat()).map(figureRow);
  return { items, classifierNames: classifierNames(items, campaigns, definitions) };
}

/** As the campaigns name those that were counted. */
function classifierNames(
  rows: readonly FigureRow[],
  campaigns: readonly string[],
  definitions: Definitions,
): Record<string, string> {
  const counted = new Set(rows.flatMap(({ classifiers }) => Object.keys(classifiers)));
  const namesOf = (id: string) =>
    campaigns.flatMap(
      (one) => own(own(definitions.campaigns, one)?.classifiers ?? {}, id)?.name ?? [],
    );
  return Object.fromEntries(
    [...counted].map((id) => [id, [...new Set(namesOf(id))].join(' / ') || id]),
  );
}

const PLAIN: readonly string[] = ['success', 'recall', 'classifier'];

function figureRow({ campaign, day, agent, counts }: Figures) {
  const endings: Record<string, Record<string, number>> = {};
  const classifiers: Record<string, number> = {};
  for (const [what, count] of Object.entries(counts)) {
    const at = what.indexOf(':');
    const [kind, name] = at < 0 ? [what, ''] : [what.slice(0, at), what.slice(at + 1)];
    if (kind === 'classifier') classifiers[name] = count;
    else if (!PLAIN.includes(kind)) endings[kind] = { ...endings[kind], [name]: count };
  }
  const all = Object.values(endings).flatMap((kind) => Object.values(kind));
  return {
    campaign,
    day,
    agent,
    contacts: all.reduce((sum, count) => sum + count, 0),
    endings,
    classifiers,
    successes: counts.success ?? 0,
    recalls: counts.recall ?? 0,
  };
}

type FigureRow = ReturnType<typeof figureRow>;

/** A column for each ending and classifier that occurs. */
function figuresCsv(rows: readonly FigureRow[], ports: Needs): string {
  const flat = rows.map((row) => ({
    ...row,
    ...named(row.classifiers, 'classifier'),
    ...Object.assign({}, ...Object.entries(row.endings).map(([kind, of]) => named(of, kind))),
  }));
  const known = new Set(Object.keys(rows[0] ?? {}));
  const more = [...new Set(flat.flatMap(Object.keys))].filter((name) => !known.has(name));
  const fixed = ['campaign', 'day', 'agent', 'contacts', 'successes', 'recalls'];
  return asCsv([...fixed, ...more.toSorted()], flat, ports);
}

const named = (counts: Readonly<Record<string, number>>, kind: string): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [`${kind}: ${name}`, count]));

interface ListQuery extends Period {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly agent?: string | undefined;
}

async function contactList(
  campaign: string,
  query: ListQuery,
  isWanted: (attempt: Attempt, settings: Campaign | undefined) => boolean,
  ports: Needs,
) {
  const days = daysOf(query);
  if ('problem' in days) return days;
  const begin = contactPosition(query.cursor, days);
  if (begin === 'unknown') return unknownCursor();
  const settings = own(ports.definitions.definitions().campaigns, campaign);
  const { agent, limit } = query;
  const wanted = (attempt: Attempt) =>
    (agent === undefined || attempt.agent === agent) && isWanted(attempt, settings);
  const { contacts, next } = await contactsOf(
    campaign,
    { days, limit, isWanted: wanted },
    begin,
    ports,
  );
  return { contacts, next: next && cursorOf([next.day, next.from]), settings };
}

async function recordingList(campaign: string, query: ListQuery, ports: Needs) {
  const isRecorded = (attempt: Attempt, settings: Campaign | undefined) =>
    recordedOf(attempt, settings).length > 0;
  const list = await contactList(campaign, query, isRecorded, ports);
  if ('problem' in list) return list;
  const { contacts, next, settings } = list;
  const rows = contacts.map((one: ListedContact) => ({
    ...contactRow(one, settings),
    recorded: recordedOf(one.attempt, settings),
  }));
  return { rows, next };
}

function recordedOf(
  { direction, timestamps, inbound }: Attempt,
  settings: Campaign | undefined,
): ('conversation' | 'message')[] {
  const { inbound: callers, outbound } = settings?.channels ?? {};
  const isRecorded = (direction === 'inbound' ? callers : outbound)?.recording === true;
  return [
    ...(isRecorded && timestamps.connectedToAgent !== undefined ? (['conversation'] as const) : []),
    ...((inbound?.voicemails ?? []).length > 0 ? (['message'] as const) : []),
  ];
}

async function recallList(
  campaign: string,
  { limit, cursor }: Pick<ListQuery, 'limit' | 'cursor'>,
  ports: Needs,
) {
  const from = recallPosition(cursor);
  if (from === 'unknown') return unknownCursor();
  const { records, next } = await ports.reports.recalls(campaignId(campaign), { limit, from });
  const settings = own(ports.definitions.definitions().campaigns, campaign);
  const rows = records.map((record) => recallRow(record, settings));
  return { rows, next: next && cursorOf([next.rank, next.after?.at, next.after?.record]) };
}

function recallRow(record: CampaignRecord, settings: Campaign | undefined) {
  const { campaign, weight, attempts, classifier, privateTo, lastAgent } = record;
  return {
    significant: significantOf(record, settings),
    campaign: campaign as string,
    record: record.record as string,
    at: toIso(record.nextContact ?? record.updatedAt),
    number: record.callBackTo ?? defaultOf(record.phones),
    ...{ weight, attempts, classifier, agent: privateTo, lastAgent },
  };
}

function recallPosition(cursor: string | undefined): RecallPosition | undefined | 'unknown' {
  if (cursor === undefined) return undefined;
  const position = positionOf(cursor);
  if (!Array.isArray(position)) return 'unknown';
  const [rank, at, record]: readonly unknown[] = position;
  if (!Number.isSafeInteger(rank)) return 'unknown';
  if ((at === null || at === undefined) && (record === null || record === undefined))
    return { rank: Number(rank) };
  if (!Number.isSafeInteger(at) || typeof record !== 'string' || record === '') return 'unknown';
  return { rank: Number(rank), after: { at: instant(Number(at)), record: recordId(record) } };
}

const CONTACT_COLUMNS = [
  ...(['significant', 'campaign', 'record', 'attempt', 'contact', 'channel', 'direction'] as const),
  ...(['endpoint', 'begunAt', 'connectedAt', 'endedAt', 'talkSeconds', 'agent'] as const),
  ...(['status', 'classifier'] as const),
];
const RECORDING_COLUMNS = ['recorded', ...CONTACT_COLUMNS];
const RECALL_COLUMNS = [
  ...(['significant', 'campaign', 'record', 'at', 'number', 'weight', 'attempts'] as const),
  ...(['classifier', 'agent', 'lastAgent'] as const),
];

type Cells = Readonly<Record<string, unknown>>;

function asCsv(columns: readonly string[], rows: readonly Cells[], { definitions }: Needs): string {
  const delimiter = csvDelimiter(definitions.definitions().centre.country);
  const lines = rows.map((row) =>
    csvLine(
      columns.map((column) => String(row[column] ?? '')),
      delimiter,
    ),
  );
  return [CSV_MARK, csvLine(columns, delimiter), ...lines].join('');
}
