// Saved filters, and records by conditions that are not saved.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { instant, toIso } from '../../domain/model/instant.ts';
import {
  filterMistakes,
  type RecordFilter,
  type SavedFilter,
} from '../../domain/records/record-filter.ts';
import { recordSettings } from '../../language/record-settings.ts';
import { nameOf } from '../caller.ts';
import { mustMatch, Outdated, type RouteHandlers } from '../handler.ts';
import { pageOf, unknownCursor } from '../paging.ts';
import { type Problem, problem, refusedFor } from '../problems.ts';
import type { FILTER_READS, FILTER_WRITES } from '../routes/filters.ts';
import { recordPage, recordsWithPhone } from './record-pages.ts';

const MOST_FILTERS = 100;

export const filterReads: RouteHandlers<typeof FILTER_READS, PortsOf<'api-read'>> = {
  async listFilters({ params, query }, ports) {
    const all = await ports.filters.list(campaignId(params.campaign));
    const page = pageOf(all, ({ filter }) => filter, query);
    if (page === undefined) return unknownCursor();
    return { body: { items: page.items.map(filterView), next: page.next } };
  },

  async readFilter({ params }, ports) {
    const saved = await ports.filters.load(campaignId(params.campaign), params.filter);
    return saved ? { body: filterView(saved), etag: filterTag(saved) } : noSuchFilter;
  },

  async searchRecords({ params: { campaign }, body: { conditions, phone, ...paging } }, ports) {
    const wrong = conditionProblem(conditions, campaign, '/conditions', ports);
    if (wrong !== undefined) return wrong;
    if (phone === undefined) return recordPage(campaign, paging, { conditions }, ports);
    return recordsWithPhone(campaign, { phone, pointer: '/phone' }, conditions, ports);
  },
};

export const filterWrites: RouteHandlers<typeof FILTER_WRITES, PortsOf<'api-write'>> = {
  async saveFilter({ params: { campaign, filter }, body, caller, ifMatch }, ports) {
    const wrong = conditionProblem(body.conditions, campaign, '/conditions', ports);
    if (wrong !== undefined) return wrong;
    const all = await ports.filters.list(campaignId(campaign));
    const before = await ports.filters.load(campaignId(campaign), filter);
    if (ifMatch !== undefined) mustMatch(ifMatch, before ? filterTag(before) : 'none');
    if (before === undefined && all.length >= MOST_FILTERS)
      return refusedFor([`the campaign has ${MOST_FILTERS} filters; remove one`]);
    const after: SavedFilter = {
      campaign,
      filter,
      version: (before?.version ?? 0) + 1,
      ...body,
      changedAt: ports.clock.now(),
      changedBy: nameOf(caller),
    };
    if (!(await ports.filters.change(before, after))) throw new Outdated();
    const from = before && { conditions: summary(before.conditions) };
    const to = { filter, conditions: summary(body.conditions) };
    return { body: filterView(after), etag: filterTag(after), changed: { from, to } };
  },

  async removeFilter({ params: { campaign, filter }, ifMatch }, ports) {
    const before = await ports.filters.load(campaignId(campaign), filter);
    if (before === undefined) return noSuchFilter;
    mustMatch(ifMatch, filterTag(before));
    if (!(await ports.filters.remove(before))) throw new Outdated();
    const from = { filter, conditions: summary(before.conditions) };
    return { body: { filter }, changed: { from, to: { filter: 'removed' } } };
  },
};

/** What a filter names that the campaign does not have, each with its place. */
export function conditionProblem(
  conditions: RecordFilter,
  campaign: string,
  below: string,
  { definitions }: Pick<PortsOf<'api-read'>, 'definitions'>,
): Problem | undefined {
  const settings = recordSettings(definitions.definitions(), campaign);
  const mistakes = settings === undefined ? [] : filterMistakes(conditions, settings);
  if (mistakes.length === 0) return undefined;
  const errors = mistakes.map(({ at, reason }) => ({
    pointer: [below, ...at].join('/'),
    detail: reason,
  }));
  return problem('invalid-input', undefined, errors);
}

export const noSuchFilter: Problem = problem('not-found', 'the campaign has no such filter');

/** What is asked about, without the values: they may be of people. */
const summary = (conditions: RecordFilter): string =>
  [
    ...Object.keys(conditions).filter((name) => name !== 'fields'),
    ...(conditions.fields ?? []).map(({ field, is }) => `${field} ${is}`),
  ].join(', ') || 'none';

const filterTag = ({ version }: SavedFilter): string => `v${version}`;

const filterView = ({ filter, title, conditions, changedAt, changedBy }: SavedFilter) => ({
  filter,
  title,
  conditions,
  changedAt: toIso(instant(changedAt)),
  changedBy,
});
