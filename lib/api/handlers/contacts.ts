// One person across campaigns: their records, one timeline of all of them, and whether they may be
// contacted.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { total } from '../../domain/campaigns/counts.ts';
import type { Standing } from '../../domain/ledger/ledger.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { LookUp } from '../../domain/records/look-up.ts';
import { normalisePhone } from '../../domain/records/phone.ts';
import { historyOf } from '../../domain/timeline/explain.ts';
import type { Definitions } from '../../language/definitions.ts';
import { DIRECTORY } from '../../language/record-settings.ts';
import { type Caller, reaches } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { type Problem, problem } from '../problems.ts';
import type { CONTACT_READS } from '../routes/contacts.ts';
import { fieldViews, momentView, recordView } from '../views.ts';
import { noSuchRecord, refOf } from '../whose.ts';

type Needs = PortsOf<'api-read'>;

export const contactReads: RouteHandlers<typeof CONTACT_READS, Needs> = {
  async readDirectory({ caller }, ports) {
    const definitions = ports.definitions.definitions();
    const { directory } = definitions;
    if (directory === undefined || !reaches(definitions, caller, DIRECTORY)) return { body: {} };
    const counts = await ports.records.counts(campaignId(DIRECTORY));
    const { name, fields } = directory;
    return { body: { directory: { name, fields: fieldViews(fields), people: total(counts) } } };
  },

  async readPerson({ params, caller }, ports) {
    const record = await ports.records.load(refOf(params));
    if (record === undefined) return noSuchRecord;
    const { phones, emails } = record;
    const ends = [
      ...phones.map((one) => ({ of: 'phone' as const, ...one })),
      ...emails.map((one) => ({ of: 'email' as const, ...one })),
    ];
    const [standings, records] = await Promise.all([
      ports.ledger.standings(ends.map(({ value }) => value)),
      samePerson(record, caller, ports),
    ]);
    const seen = (id: string) => reaches(ports.definitions.definitions(), caller, id);
    const addresses = ends.map(({ value, ...one }) => ({
      address: value,
      ...one,
      ...standingView(standings.get(value), seen),
    }));
    return { body: { addresses, records: records.map(recordView) } };
  },

  async readPersonTimeline({ params, caller }, ports) {
    const record = await ports.records.load(refOf(params));
    if (record === undefined) return noSuchRecord;
    return { body: { items: await timelineOf(await samePerson(record, caller, ports), ports) } };
  },

  async findContact({ query, caller }, ports) {
    const records = await withPhone(query.phone, caller, ports);
    return 'problem' in records ? records : { body: { items: records.map(recordView) } };
  },

  async readContactTimeline({ query, caller }, ports) {
    const records = await withPhone(query.phone, caller, ports);
    if ('problem' in records) return records;
    return { body: { items: await timelineOf(records, ports) } };
  },
};

async function timelineOf(
  records: readonly CampaignRecord[],
  ports: Pick<Needs, 'journal' | 'definitions'>,
) {
  const definitions = ports.definitions.definitions();
  const histories = await Promise.all(
    records.map(async (of) =>
      historyOf(await ports.journal.ofRecord(of)).map((moment) => ({ of, moment })),
    ),
  );
  return histories
    .flat()
    .toSorted((a, b) => a.moment.at - b.moment.at)
    .map(({ of: { campaign, record }, moment }) => ({
      campaign,
      record,
      ...momentView(definitions, campaign)(moment),
    }));
}

/** Entries for a campaign one may not see are left out: they name it and say why. */
function standingView(standing: Standing | undefined, seen: (campaign: string) => boolean) {
  const { blacklist = [], consents = [] } = standing ?? {};
  return {
    blacklist: blacklist
      .filter(({ campaign }) => campaign === undefined || seen(campaign))
      .map(({ at, until, ...entry }) => ({
        ...entry,
        at: toIso(at),
        until: until === undefined ? undefined : toIso(until),
      })),
    consents: consents.map(({ at, withdrawn, ...consent }) => ({
      ...consent,
      at: toIso(at),
      withdrawn: withdrawn && { ...withdrawn, at: toIso(withdrawn.at) },
    })),
  };
}

async function withPhone(
  phone: string,
  caller: Caller,
  ports: Pick<Needs, 'definitions' | 'records'>,
): Promise<readonly CampaignRecord[] | Problem> {
  const read = normalisePhone(phone, ports.definitions.definitions().centre.country);
  if (read.kind === 'bad')
    return problem('invalid-input', undefined, [{ pointer: 'query/phone', detail: read.reason }]);
  return recordsWith([{ by: 'phone', phone: read.phone }], caller, ports);
}

/** The record itself first. */
async function samePerson(
  record: CampaignRecord,
  caller: Caller,
  ports: Pick<Needs, 'definitions' | 'records'>,
): Promise<readonly CampaignRecord[]> {
  const keys: readonly LookUp[] = [
    ...record.phones.map(({ value }) => ({ by: 'phone' as const, phone: value })),
    ...record.emails.map(({ value }) => ({ by: 'email' as const, email: value })),
  ];
  const found = [record, ...(await recordsWith(keys, caller, ports))];
  const byPlace = new Map(found.map((one) => [`${one.campaign}/${one.record}`, one]));
  return [...byPlace.values()];
}

/** Looked up campaign by campaign: what is read grows with the campaigns, not with records. */
async function recordsWith(
  keys: readonly LookUp[],
  caller: Caller,
  ports: Pick<Needs, 'definitions' | 'records'>,
): Promise<readonly CampaignRecord[]> {
  const within = placesOf(ports.definitions.definitions(), caller);
  const asked = keys.flatMap((key) =>
    within.map((id) => ports.records.lookUp(campaignId(id), key)),
  );
  return (await Promise.all(asked)).flat();
}

function placesOf(definitions: Definitions, caller: Caller): readonly string[] {
  const all = [
    ...Object.keys(definitions.campaigns),
    ...(definitions.directory === undefined ? [] : [DIRECTORY]),
  ];
  return all.filter((id) => reaches(definitions, caller, id));
}
