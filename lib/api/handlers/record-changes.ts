// Changing records. If-Match is compared with the state each use case loads, and what it commits is
// conditioned on that state: nothing can come between.
import { type Added, addRecords } from '../../application/imports/add-records.ts';
import { editEndpoints } from '../../application/imports/edit-endpoints.ts';
import type { ContactMistake } from '../../application/imports/read-endpoints.ts';
import { changeDefault } from '../../application/records/change-default.ts';
import { editRecord } from '../../application/records/edit-record.ts';
import { eraseRecord } from '../../application/records/erase-record.ts';
import { updateRecords } from '../../application/records/update-records.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { tickSoon } from '../../application/tick-soon.ts';
import { campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import { campaignId, type RecordRef } from '../../domain/model/ids.ts';
import { mask } from '../../domain/model/mask.ts';
import { type CampaignRecord, defaultOf } from '../../domain/model/record.ts';
import { maskEmail } from '../../domain/records/phone.ts';
import { type Caller, nameOf } from '../caller.ts';
import type { Answered, RouteHandlers } from '../handler.ts';
import { matchingRecords } from '../matching.ts';
import { type Problem, problem, refusedFor } from '../problems.ts';
import type { RECORD_WRITES } from '../routes/records.ts';
import { recordTag, versionOf } from '../views.ts';
import { mayDo, noSuchRecord, recordFor, refOf } from '../whose.ts';

type Needs = PortsOf<'api-write'>;
type Change = TaskInput<'update-records'>['change'];

interface OneRecord {
  readonly params: { readonly campaign: string; readonly record: string };
  readonly caller: Caller;
  readonly ifMatch: readonly string[] | undefined;
}

export const recordWrites: RouteHandlers<typeof RECORD_WRITES, Needs> = {
  async addRecords({ params, body, caller }, ports) {
    const definitions = ports.definitions.definitions();
    if (!mayDo(definitions, caller, params.campaign, 'addRecords')) return notForAgents('added to');
    const added = await addRecords(params.campaign, body.records, nameOf(caller), ports);
    const count = (kind: Added['kind']) => added.filter((one) => one.kind === kind).length;
    const answer = { items: added.map(addedView) };
    if (count('added') === 0) return { body: answer, changed: undefined };
    if (campaignSetting(definitions, params.campaign) !== undefined)
      await tickSoon(campaignId(params.campaign), ports.clock.now(), ports);
    return { body: answer, changed: { to: { recordsAdded: String(count('added')) } } };
  },

  async editRecord({ params, body, caller, ifMatch }, ports) {
    const ref = refOf(params);
    const matching = { ...ports, records: matchingRecords(ports.records, ref, ifMatch) };
    const edit = { values: body.fields ?? {}, weight: body.weight, by: nameOf(caller) };
    const edited = await editRecord(ref, edit, matching);
    if (edited.kind === 'missing') return noSuchRecord;
    if (edited.kind === 'refused') return refusedFor(edited.reasons);
    if (edited.kind === 'unchanged') return done(ref, undefined, ports);
    return done(ref, { to: { fields: edited.changed.join(', ') } }, ports);
  },

  async eraseRecord({ params, caller, ifMatch }, ports) {
    const ref = refOf(params);
    const matching = { ...ports, records: matchingRecords(ports.records, ref, ifMatch) };
    const erased = await eraseRecord(ref, nameOf(caller), matching);
    if (erased.kind === 'missing') return noSuchRecord;
    if (erased.kind === 'refused') return refusedFor(erased.reasons);
    if (erased.kind === 'unchanged') return done(ref, undefined, ports);
    return done(ref, { to: { state: 'deleted' } }, ports);
  },

  async editEndpoints({ params, body, caller, ifMatch }, ports) {
    const ref = refOf(params);
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, ref, ports.records);
    if ('problem' in record) return record;
    if (!mayDo(definitions, caller, params.campaign, 'editContactData'))
      return notForAgents('changed in their numbers and addresses');
    const matching = { ...ports, records: matchingRecords(ports.records, ref, ifMatch) };
    const edited = await editEndpoints(ref, body, nameOf(caller), matching);
    if (edited.kind === 'missing') return noSuchRecord;
    if (edited.kind === 'refused') return refusedFor(edited.reasons);
    if (edited.kind === 'wrong') return problem('invalid-input', undefined, mistakesOf(edited));
    if (edited.kind === 'unchanged') return done(ref, undefined, ports);
    return done(ref, { to: { changed: edited.changed.join(', ') } }, ports);
  },

  async setDefault({ params, body, caller, ifMatch }, ports) {
    const ref = refOf(params);
    const record = await recordFor(ports.definitions.definitions(), caller, ref, ports.records);
    if ('problem' in record) return record;
    const masked = body.of === 'phone' ? mask : maskEmail;
    const before = defaultOf(body.of === 'phone' ? record.phones : record.emails) ?? '';
    const answer = await changeDefault(
      { ...params, ...body, by: nameOf(caller) },
      { ...ports, records: matchingRecords(ports.records, ref, ifMatch) },
    );
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    if (answer.kind === 'unchanged') return done(ref, undefined, ports);
    const change = { from: { [body.of]: masked(before) }, to: { [body.of]: masked(body.value) } };
    return done(ref, change, ports);
  },

  setOwner: (given, ports) => changeOne(given, { kind: 'reserve', agent: given.body.agent }, ports),
  removeOwner: (given, ports) => changeOne(given, { kind: 'release' }, ports),
  closeRecord: (given, ports) => changeOne(given, { kind: 'close' }, ports),
  putBackRecord: (given, ports) => changeOne(given, putBack(given.body.at), ports),

  async changeRecords({ params: { campaign }, body, caller }, ports) {
    const { change, records } = body;
    const { ids, versions } = many(records);
    const answer = await updateRecords(
      {
        campaign,
        records: ids,
        versions,
        change: change.kind === 'put-back' ? putBack(change.at) : change,
        by: nameOf(caller),
      },
      ports,
    );
    if (answer.kind === 'refused') return refusedFor(answer.reasons);
    const { kind: _, ...counts } = answer;
    const changed =
      counts.changed === 0
        ? undefined
        : { to: { change: change.kind, recordsChanged: String(counts.changed) } };
    return { body: counts, changed };
  },
};

type Many = 'set-aside' | readonly (string | { readonly record: string; readonly etag: string })[];

function many(records: Many): Pick<TaskInput<'update-records'>, 'versions'> & {
  readonly ids: TaskInput<'update-records'>['records'];
} {
  if (records === 'set-aside') return { ids: records };
  const tagged = records.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const versions = tagged.map(({ record, etag }) => [record, versionOf(etag)] as const);
  return {
    ids: records.map((one) => (typeof one === 'string' ? one : one.record)),
    versions: Object.fromEntries(versions),
  };
}

const putBack = (at: string | undefined): Change => ({
  kind: 'put-back',
  at: at === undefined ? undefined : Date.parse(at),
});

/** A mistake is placed in the body by who sent it: /records/<n>/… stands before it. */
function addedView(added: Added, n: number) {
  if (added.kind !== 'refused') return { outcome: added.kind, record: added.record };
  const errors = added.mistakes.map(({ at, reason }) => ({
    pointer: ['', 'records', n, ...at].join('/'),
    detail: reason,
  }));
  return { outcome: added.kind, errors };
}

const notForAgents = (what: string) =>
  problem('not-allowed', `the records of the campaign are not ${what} by agents`);

const mistakesOf = ({ mistakes }: { readonly mistakes: readonly ContactMistake[] }) =>
  mistakes.map(({ at, reason }) => ({ pointer: `/${at.join('/')}`, detail: reason }));

/** What a person may decide about one record; the audit has what it was before. */
async function changeOne(
  { params, caller, ifMatch }: OneRecord,
  change: Change,
  ports: Needs,
): Promise<Answered<{ record: string; changed: boolean }> | Problem> {
  const ref = refOf(params);
  const before = await recordFor(ports.definitions.definitions(), caller, ref, ports.records);
  if ('problem' in before) return before;
  const answer = await updateRecords(
    { campaign: params.campaign, records: [params.record], change, by: nameOf(caller) },
    { ...ports, records: matchingRecords(ports.records, ref, ifMatch) },
  );
  if (answer.kind === 'refused') return refusedFor(answer.reasons);
  const [refused] = answer.refused;
  if (refused !== undefined) return refusedFor([refused.reason]);
  if (answer.changed === 0) return done(ref, undefined, ports);
  const after = await ports.records.load(ref);
  return done(ref, { from: summary(before), to: summary(after ?? before) }, ports);
}

const summary = ({ state, privateTo }: CampaignRecord): Readonly<Record<string, string>> => ({
  state,
  privateTo: privateTo ?? 'nobody',
});

async function done(
  ref: RecordRef,
  changed: Answered<unknown>['changed'],
  { records }: Pick<Needs, 'records'>,
): Promise<Answered<{ record: string; changed: boolean }> | Problem> {
  const after = await records.load(ref);
  if (after === undefined) return noSuchRecord;
  const body = { record: ref.record, changed: changed !== undefined };
  return { body, etag: recordTag(after), changed };
}
