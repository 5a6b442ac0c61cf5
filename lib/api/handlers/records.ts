// Reading records, alone and in lists.
import { knownOfPeople } from '../../application/ledger/known-of-people.ts';
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import { gateFacts } from '../../domain/dialing/gate-facts.ts';
import { mayCall } from '../../domain/dialing/gates.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { textSetting } from '../../domain/texting/text-setting.ts';
import { explain, historyOf, presentSays, writesTo } from '../../domain/timeline/explain.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { RouteHandlers } from '../handler.ts';
import type { RECORD_READS } from '../routes/records.ts';
import { callView, messageView, momentView, recordTag, recordView, verdictView } from '../views.ts';
import { recordFor, refOf } from '../whose.ts';
import { noSuchFilter } from './filters.ts';
import { recordPage, recordsWithPhone } from './record-pages.ts';
import { significantOf } from './report-contacts.ts';

type Needs = PortsOf<'api-read'>;

export const recordReads: RouteHandlers<typeof RECORD_READS, Needs> = {
  async listRecords({ params, query }, ports) {
    if (query.phone !== undefined) {
      const given = { phone: query.phone, pointer: 'query/phone' };
      return recordsWithPhone(params.campaign, given, {}, ports);
    }
    const { filter, state } = query;
    if (filter === undefined) return recordPage(params.campaign, query, { state }, ports);
    const saved = await ports.filters.load(campaignId(params.campaign), filter);
    if (saved === undefined) return noSuchFilter;
    const { conditions } = saved;
    return recordPage(params.campaign, query, { state, conditions }, ports);
  },

  async listNextRecords({ params, query }, ports) {
    const campaign = campaignId(params.campaign);
    const definitions = ports.definitions.definitions();
    const now = ports.clock.now();
    const [due, state] = await Promise.all([
      ports.records.due(campaign, now, query.limit),
      ports.campaigns.load(campaign),
    ]);
    const setting = gateSetting(definitions, params.campaign);
    const knownOf = await knownOfPeople(params.campaign, due, ports);
    const known = await Promise.all(due.map(knownOf));
    const items = due.map((record, n) => {
      const decision = mayCall(gateFacts(record, setting, state, now, known[n]));
      return {
        record: record.record,
        significant: significantOf(record, definitions.campaigns[params.campaign]),
        weight: record.weight,
        dueSince: toIso(record.nextContact ?? now),
        isRecall: record.attempts > 0,
        because: whyHere(record, due[n - 1]),
        verdict: verdictView(
          decision,
          presentSays(decision, record, setting !== undefined && writesTo(setting)),
        ),
      };
    });
    return { body: { items } };
  },

  async readRecord({ params, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    return { body: recordView(record), etag: recordTag(record) };
  },

  async readTimeline({ params, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const journal = await ports.journal.ofRecord(record);
    return { body: { items: historyOf(journal).map(momentView(definitions, params.campaign)) } };
  },

  async explainRecord({ params, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const [state, counts, knownOf] = await Promise.all([
      ports.campaigns.load(record.campaign),
      ports.records.counts(record.campaign),
      knownOfPeople(params.campaign, [record], ports),
    ]);
    const setting = gateSetting(definitions, params.campaign);
    const now = ports.clock.now();
    const person = await knownOf(record);
    const why = explain({ setting, state, record, journal: [], counts, now, person });
    return { body: { present: verdictView(why.present, why.presentSays), pool: { ...why.pool } } };
  },

  async listContacts({ params, caller }, ports) {
    const definitions = ports.definitions.definitions();
    const record = await recordFor(definitions, caller, refOf(params), ports.records);
    if ('problem' in record) return record;
    const { attempts, messages } = await ports.records.kept(record);
    const calls = attempts.toSorted((a, b) => a.orderedAt - b.orderedAt).map(callView);
    const sent = messages.toSorted((a, b) => a.orderedAt - b.orderedAt).map(messageView);
    return { body: { calls, messages: sent } };
  },
};

/** A campaign that places no calls has no hours or queue to look at. */
function gateSetting(definitions: Definitions, id: string) {
  const campaign = definitions.campaigns[id];
  if (campaign === undefined) throw new Error(`campaign '${id}' was found before`);
  const setting = campaignSetting(definitions, id) ?? textSetting(definitions, id);
  return setting ?? { campaign, zone: definitions.centre.timeZone, caps: [] };
}

/** What puts it behind the one before. */
function whyHere(record: CampaignRecord, before: CampaignRecord | undefined): string {
  if (before === undefined) return 'first of all that are due';
  if (before.weight > record.weight) return `its weight is ${record.weight}, not ${before.weight}`;
  if (before.attempts > 0 && record.attempts === 0) return 'a first call comes after recalls';
  if ((before.nextContact ?? 0) < (record.nextContact ?? 0)) return 'it has been due for less time';
  return 'equal in all; the order of ids decides';
}
