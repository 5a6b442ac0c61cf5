// Copies of records from one campaign into another.
import { orderCopy, stopCopy } from '../../application/imports/copy-records.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { campaignId, recordId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import type { CopyJob } from '../../domain/model/job.ts';
import { own } from '../../language/dictionary.ts';
import { recordSettings } from '../../language/record-settings.ts';
import { nameOf, reaches } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { pageOf, unknownCursor } from '../paging.ts';
import { type Problem, problem } from '../problems.ts';
import type { COPY_READS, COPY_WRITES } from '../routes/copies.ts';
import { conditionProblem } from './filters.ts';

const MOST_COPIES = 100;

export const copyReads: RouteHandlers<typeof COPY_READS, PortsOf<'api-read'>> = {
  async listCopies({ params, query }, ports) {
    const all = await ports.jobs.list(campaignId(params.campaign), 'copy', MOST_COPIES);
    const page = pageOf(all, ({ id }) => id, query);
    if (page === undefined) return unknownCursor();
    return { body: { items: page.items.map(copyView), next: page.next } };
  },

  async readCopy({ params: { campaign, copy } }, ports) {
    const job = await ports.jobs.load(campaignId(campaign), 'copy', copy);
    if (job === undefined)
      return problem('not-found', 'the campaign has no such copy of the last week');
    return { body: copyView(job) };
  },
};

export const copyWrites: RouteHandlers<typeof COPY_WRITES, PortsOf<'api-write'>> = {
  async copyRecords({ params: { campaign }, body, caller }, ports) {
    const { from, records, numberFrom, keepOwners, continuously } = body;
    const definitions = ports.definitions.definitions();
    const source = recordSettings(definitions, from);
    if (source === undefined) return misplaced('/from', 'there is no such campaign');
    if (from === campaign) return misplaced('/from', 'is the campaign itself');
    if (!reaches(definitions, caller, from))
      return problem('not-allowed', 'the campaign copied from does not name you as its supervisor');
    if (numberFrom !== undefined && own(source.fields, numberFrom) === undefined)
      return misplaced('/numberFrom', 'the campaign copied from has no such field');
    const of = await recordsOf(records, from, ports);
    if ('problem' in of) return of;
    if (continuously && of.kind === 'selection')
      return misplaced('/continuously', 'a selection has nobody who could come later');
    const goesOn = continuously;
    const order = { from: campaignId(from), by: nameOf(caller), of, numberFrom, goesOn };
    const copy = await orderCopy(campaign, { ...order, keepsOwners: keepOwners }, ports);
    const changed = { to: { copy, from, records: described(of) } };
    return { body: { copy, campaign, from }, changed };
  },

  async stopCopy({ params: { campaign, copy } }, ports) {
    if (!(await stopCopy(campaignId(campaign), copy, ports)))
      return problem('not-found', 'no copy of that id goes on');
    return { body: { copy }, changed: { to: { copy, state: 'finished' } } };
  },
};

const misplaced = (pointer: string, detail: string): Problem =>
  problem('invalid-input', undefined, [{ pointer, detail }]);

type Asked =
  | 'all'
  | readonly string[]
  | { readonly filter: string }
  | { readonly conditions: Parameters<typeof conditionProblem>[0] };

async function recordsOf(
  asked: Asked,
  from: string,
  ports: Pick<PortsOf<'api-write'>, 'filters' | 'definitions'>,
): Promise<CopyJob['of'] | Problem> {
  if (asked === 'all') return { kind: 'all' };
  if (!isNamed(asked)) return { kind: 'selection', records: [...new Set(asked)].map(recordId) };
  if ('conditions' in asked)
    return (
      conditionProblem(asked.conditions, from, '/records/conditions', ports) ?? {
        kind: 'filter',
        conditions: asked.conditions,
      }
    );
  const saved = await ports.filters.load(campaignId(from), asked.filter);
  if (saved === undefined)
    return misplaced('/records/filter', 'the campaign copied from has no such filter');
  return (
    // fields may have gone since it was saved
    conditionProblem(saved.conditions, from, '/records/filter', ports) ?? {
      kind: 'filter',
      conditions: saved.conditions,
      saved: { filter: saved.filter, version: saved.version },
    }
  );
}

const isNamed = (
  asked: Exclude<Asked, 'all'>,
): asked is Exclude<Asked, 'all' | readonly string[]> => !Array.isArray(asked);

const described = (of: CopyJob['of']): string =>
  of.kind === 'selection' ? `${of.records.length} records` : of.kind;

const copyView = (job: CopyJob) => ({
  copy: job.id,
  from: job.from,
  by: job.by,
  state: job.state,
  continuously: job.continuously !== undefined,
  filter: job.of.kind === 'filter' ? job.of.saved?.filter : undefined,
  problem: job.problem,
  startedAt: toIso(job.startedAt),
  changedAt: toIso(job.changedAt),
  looked: job.looked,
  added: job.added,
  addedInAll: (job.addedBefore ?? 0) + job.added,
  present: job.present,
  refused: job.refused,
  refusals: job.refusals.map(({ record, reason }) => ({ record, reason })),
});
