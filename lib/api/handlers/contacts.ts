// One person across campaigns: their records, and one timeline of all of them.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { campaignId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { normalisePhone } from '../../domain/records/phone.ts';
import { historyOf } from '../../domain/timeline/explain.ts';
import { DIRECTORY } from '../../language/record-settings.ts';
import { type Caller, reaches } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { type Problem, problem } from '../problems.ts';
import type { CONTACT_READS } from '../routes/contacts.ts';
import { momentView, recordView } from '../views.ts';

type Needs = PortsOf<'api-read'>;

export const contactReads: RouteHandlers<typeof CONTACT_READS, Needs> = {
  async findContact({ query, caller }, ports) {
    const records = await recordsOf(query.phone, caller, ports);
    return 'problem' in records ? records : { body: { items: records.map(recordView) } };
  },

  async readContactTimeline({ query, caller }, ports) {
    const records = await recordsOf(query.phone, caller, ports);
    if ('problem' in records) return records;
    const histories = await Promise.all(
      records.map(async (of) =>
        historyOf(await ports.journal.ofRecord(of)).map((moment) => ({ of, moment })),
      ),
    );
    const items = histories
      .flat()
      .toSorted((a, b) => a.moment.at - b.moment.at)
      .map(({ of: { campaign, record }, moment }) => ({ campaign, record, ...momentView(moment) }));
    return { body: { items } };
  },
};

/** Looked up campaign by campaign: what is read grows with the campaigns, not with records. */
async function recordsOf(
  phone: string,
  caller: Caller,
  ports: Pick<Needs, 'definitions' | 'records'>,
): Promise<readonly CampaignRecord[] | Problem> {
  const definitions = ports.definitions.definitions();
  const read = normalisePhone(phone, definitions.centre.country);
  if (read.kind === 'bad')
    return problem('invalid-input', undefined, [{ pointer: 'query/phone', detail: read.reason }]);
  const by = { by: 'phone', phone: read.phone } as const;
  const all = [
    ...Object.keys(definitions.campaigns),
    ...(definitions.directory === undefined ? [] : [DIRECTORY]),
  ];
  const within = all.filter((id) => reaches(definitions, caller, id));
  const found = await Promise.all(within.map((id) => ports.records.lookUp(campaignId(id), by)));
  return found.flat();
}
