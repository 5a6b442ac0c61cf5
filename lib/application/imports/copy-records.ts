// CAM-30: records of one campaign become records of another, all of them, those of a filter or a
// selection. A page at a time, each noted with how far it has come: whoever goes on after a crash
// begins where the note ends, and a record that was copied already is found to be there.
import { MOST_ENDPOINTS } from '../../contacts/read-contact.ts';
import { type CampaignId, campaignId, type RecordId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { CopyJob } from '../../domain/model/job.ts';
import type { CampaignRecord, Endpoint } from '../../domain/model/record.ts';
import { meetsFilter, type RecordFilter } from '../../domain/records/record-filter.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import { recordSettings } from '../../language/record-settings.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Ports } from '../ports/ports.ts';
import type { ListPosition } from '../ports/record-list.ts';
import { Fault } from '../tasks/faults.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { type Added, addRecords, type NewContact } from './add-records.ts';
import { BETWEEN_PASSES, isTooEarly, nextPass, seenUntilNow } from './copy-passes.ts';

type Needs = Pick<
  Ports,
  | 'clock'
  | 'definitions'
  | 'records'
  | 'recordList'
  | 'pseudonyms'
  | 'ledger'
  | 'campaigns'
  | 'jobs'
  | 'copyQueue'
  | 'filters'
  | 'contactLog'
>;

const A_PAGE = 100;
/** Pages before another run goes on: each run ends well within its time. */
const PAGES_A_RUN = 5;
const REFUSALS_TOLD = 20;

export type CopyOrder = Pick<CopyJob, 'from' | 'by' | 'of' | 'numberFrom' | 'keepsOwners'> & {
  /** It goes on with people who are added later. */
  readonly goesOn?: boolean;
};

/** Notes the copy and has it begun. @returns its id */
export async function orderCopy(
  to: string,
  { goesOn = false, ...order }: CopyOrder,
  { clock, ids, jobs, copyQueue }: Pick<Ports, 'clock' | 'ids' | 'jobs' | 'copyQueue'>,
): Promise<string> {
  const campaign = campaignId(to);
  const now = clock.now();
  const copy = ids.next();
  const tally = { done: 0, looked: 0, added: 0, present: 0, refused: 0, refusals: [] };
  await jobs.change(undefined, {
    kind: 'copy',
    campaign,
    id: copy,
    version: 1,
    state: 'waiting',
    startedAt: now,
    changedAt: now,
    ...order,
    ...tally,
    ...(goesOn ? { continuously: { passAt: now, wholeAt: now } } : {}),
  });
  await copyQueue.send({ campaign, copy });
  return copy;
}

export const copyRecords: UseCase<'copy-records', Needs> = async ({ campaign, copy }, ports) => {
  const definitions = ports.definitions.definitions();
  const to = campaignId(campaign);
  for (let n = 0; n < PAGES_A_RUN; n++) {
    const job = await ports.jobs.load(to, 'copy', copy);
    if (job === undefined) throw new Fault('NotFound', `campaign '${campaign}' has no such copy`);
    if (job.state === 'finished') return { outcome: 'finished' };
    if (isTooEarly(job, ports.clock.now())) return { outcome: 'overtaken' };
    const next = await copyPage(await nextPass(job, ports.clock.now(), ports), definitions, ports);
    const isPassed = next.state !== 'running';
    if (isPassed && (next.continuously === undefined || next.added > 0))
      await tellFinished(next, ports);
    // another run has copied this page, too, and goes on
    if (!(await ports.jobs.change(job, next))) return { outcome: 'overtaken' };
    if (next.state === 'finished') return { outcome: 'finished' };
    if (isPassed) {
      await ports.copyQueue.send({ campaign: to, copy }, BETWEEN_PASSES);
      return { outcome: 'waits' };
    }
  }
  await ports.copyQueue.send({ campaign: to, copy });
  return { outcome: 'goes-on' };
};

/** Ends a copy that goes on. @returns whether there is one */
export async function stopCopy(
  campaign: CampaignId,
  copy: string,
  { jobs, clock }: Pick<Ports, 'jobs' | 'clock'>,
): Promise<boolean> {
  return untilCommitted(`copy ${copy}`, async () => {
    const job = await jobs.load(campaign, 'copy', copy);
    if (job?.continuously === undefined) return false;
    if (job.state === 'finished') return true;
    const { version } = job;
    const ended = {
      ...job,
      version: version + 1,
      state: 'finished' as const,
      changedAt: clock.now(),
    };
    return (await jobs.change(job, ended)) ? true : 'conflict';
  });
}

interface SourcePage {
  readonly records: readonly CampaignRecord[];
  readonly done: number;
  readonly after?: ListPosition | undefined;
  readonly isLast: boolean;
}

async function copyPage(job: CopyJob, definitions: Definitions, ports: Needs): Promise<CopyJob> {
  // nobody is taken by a filter that says something else by now
  if (job.problem !== undefined)
    return { ...job, version: job.version + 1, changedAt: ports.clock.now() };
  const source = recordSettings(definitions, job.from);
  const target = own(definitions.campaigns, job.campaign);
  if (source === undefined || target === undefined)
    throw new Fault('NotFound', `there is no campaign '${source ? job.campaign : job.from}'`);
  const page = await sourcePage(job, ports);
  const wanted = page.records.filter((record) => isWanted(record, job, source));
  const contacts = wanted.map((record) => contactFrom(record, job, target));
  const added = await addRecords(job.campaign, contacts, copiedBy(job), ports);
  const outcomes = await Promise.all(
    added.map((outcome, n) => outcomeOf(outcome, wanted[n], job, ports.records)),
  );
  const count = (kind: Added['kind']) => outcomes.filter((one) => one.kind === kind).length;
  return {
    ...job,
    version: job.version + 1,
    state: page.isLast ? (job.continuously ? 'waiting' : 'finished') : 'running',
    continuously: page.isLast ? seenUntilNow(job.continuously) : job.continuously,
    changedAt: ports.clock.now(),
    after: page.isLast ? undefined : page.after,
    done: page.done,
    looked: job.looked + page.records.length,
    added: job.added + count('added'),
    present: job.present + count('present'),
    refused: job.refused + count('refused'),
    refusals: [...job.refusals, ...refusalsOf(outcomes, wanted)].slice(0, REFUSALS_TOLD),
  };
}

/** As the timeline of each record names who added it. */
const copiedBy = ({ by, from }: CopyJob): string => `${by}, from ${from}`;

async function sourcePage(job: CopyJob, { records, recordList }: Needs): Promise<SourcePage> {
  const { from: campaign, of, after, done, continuously } = job;
  if (of.kind !== 'selection') {
    const page = await recordList.page(campaign, A_PAGE, after);
    const through = done + page.records.length;
    // the newest come first: behind those that were seen before there are only more of them
    const oldest = page.records.at(-1)?.createdAt;
    const { seenUntil } = continuously ?? {};
    const isSeen = seenUntil !== undefined && oldest !== undefined && oldest < seenUntil;
    const isLast = page.next === undefined || isSeen;
    const news = page.records.filter(
      ({ createdAt }) => seenUntil === undefined || createdAt >= seenUntil,
    );
    return { records: news, done: through, after: page.next, isLast };
  }
  const some = of.records.slice(done, done + A_PAGE);
  const found = await Promise.all(some.map((record) => records.load({ campaign, record })));
  const through = done + some.length;
  return {
    records: found.filter((record) => record !== undefined),
    done: through,
    isLast: through >= of.records.length,
  };
}

/** Of a deleted record nothing is left to copy. */
function isWanted(record: CampaignRecord, { of }: CopyJob, source: Campaign): boolean {
  if (record.state === 'deleted') return false;
  // the schema of the request has read it
  return of.kind !== 'filter' || meetsFilter(record, of.conditions as RecordFilter, source.fields);
}

/** Values of fields that the other campaign does not have stay behind. */
function contactFrom(record: CampaignRecord, job: CopyJob, target: Campaign): NewContact {
  const { fields, weight, privateTo } = record;
  const numbers = inOrder(record.phones);
  const dialed = job.numberFrom === undefined ? undefined : (fields[job.numberFrom] ?? '');
  return {
    phones: (dialed === undefined ? numbers : [dialed, ...numbers]).slice(0, MOST_ENDPOINTS),
    emails: inOrder(record.emails),
    fields: Object.fromEntries(
      Object.entries(fields).filter(([id]) => own(target.fields, id) !== undefined),
    ),
    weight,
    agent: job.keepsOwners ? privateTo : undefined,
    origin: { kind: 'copy', copy: job.id, from: job.from, record: record.record },
  };
}

/** The default first. */
const inOrder = (endpoints: readonly Endpoint[]): readonly string[] =>
  endpoints.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault)).map((one) => one.value);

/** One that an earlier try of the same copy has added was added. */
async function outcomeOf(
  outcome: Added,
  source: CampaignRecord | undefined,
  { campaign, id, continuously }: CopyJob,
  records: Ports['records'],
): Promise<Added> {
  if (outcome.kind !== 'present') return outcome;
  const there = await records.load({ campaign, record: outcome.record });
  const origin = there?.origin;
  const isOurs = origin?.kind === 'copy' && origin.copy === id && origin.record === source?.record;
  // an earlier pass has counted it
  if (continuously !== undefined && (there?.createdAt ?? 0) < continuously.passAt) return outcome;
  return isOurs ? { kind: 'added', record: outcome.record } : outcome;
}

/** The value that is wrong is not repeated. */
function refusalsOf(outcomes: readonly Added[], wanted: readonly CampaignRecord[]) {
  return outcomes.flatMap((outcome, n): { record: RecordId; reason: string }[] => {
    const source = wanted[n];
    invariant(source !== undefined, 'one outcome for each record');
    if (outcome.kind !== 'refused') return [];
    const reason = outcome.mistakes.map(({ at, reason }) => [...at, reason].join(' ')).join('; ');
    return [{ record: source.record, reason }];
  });
}

/** New records fill the pool: the alert may be given again (MON-6). */
async function tellFinished(job: CopyJob, { campaigns, clock }: Needs): Promise<void> {
  const { campaign, id: copy, from, by, looked, added, present, refused } = job;
  await untilCommitted(`campaign ${campaign}`, async () => {
    const before = await campaigns.load(campaign);
    const after = {
      ...before,
      version: before.version + 1,
      poolAlerted: before.poolAlerted && added === 0,
    };
    const at = clock.now();
    const tally = { looked, added, present, refused };
    const entry = { type: 'copy.finished', at, copy, from, by, ...tally } as const;
    return campaigns.commit(before, after, [entry]);
  });
}
