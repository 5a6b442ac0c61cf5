// A contact centre in memory whose tables are DynamoDB's: the use cases, rules and people of a dry
// run, and the adapters of the product, whose writes and reads are counted by key.
import { dynamoAgentBoard } from '../../lib/aws/dynamodb/agent-board.ts';
import { dynamoCallSlots } from '../../lib/aws/dynamodb/call-slots.ts';
import { dynamoCallThrottle } from '../../lib/aws/dynamodb/call-throttle.ts';
import { dynamoCallerRates } from '../../lib/aws/dynamodb/caller-rates.ts';
import { dynamoCampaignStore } from '../../lib/aws/dynamodb/campaign-store.ts';
import { dynamoContactLog } from '../../lib/aws/dynamodb/contact-log.ts';
import type { Item } from '../../lib/aws/dynamodb/items.ts';
import { dynamoJournal } from '../../lib/aws/dynamodb/journal.ts';
import { entriesOf } from '../../lib/aws/dynamodb/journal-items.ts';
import { dynamoLedger } from '../../lib/aws/dynamodb/ledger.ts';
import { dynamoNumberChecks } from '../../lib/aws/dynamodb/number-checks.ts';
import { dynamoRecordStore } from '../../lib/aws/dynamodb/record-store.ts';
import { dynamoReportStore } from '../../lib/aws/dynamodb/report-store.ts';
import { dynamoSendingLines } from '../../lib/aws/dynamodb/sending-lines.ts';
import { dynamoWebhookStore } from '../../lib/aws/dynamodb/webhook-store.ts';
import { keyShardsOf } from '../../lib/domain/campaigns/key-shards.ts';
import { callRateLead, countsBegun, keptWith } from '../../lib/domain/dialing/agent-pool.ts';
import { type CampaignId, campaignId, recordId } from '../../lib/domain/model/ids.ts';
import type { Instant } from '../../lib/domain/model/instant.ts';
import type { CampaignEntry, RecordEntry } from '../../lib/domain/model/journal.ts';
import { localDate } from '../../lib/domain/model/time-zone.ts';
import { lookUpFields } from '../../lib/domain/records/look-up.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { Simulation } from '../../lib/simulation/centre/simulation.ts';
import { memoryPseudonyms } from '../../lib/simulation/memory/pseudonyms.ts';
import type { AgentIdentity } from '../../lib/simulation/phone-network/agent.ts';
import { type MeteredTables, meteredTables } from './metered-tables.ts';

export interface MeteredCentre extends MeteredTables {
  readonly simulation: Simulation;
}

interface CentreSetup {
  readonly definitions: Definitions;
  readonly agents: readonly AgentIdentity[];
  readonly start: Instant;
}

export function meteredCentre({ definitions, agents, start }: CentreSetup): MeteredCentre {
  const metered = meteredTables((items) => follow(items));
  const { db, tables } = metered;
  const simulation = new Simulation({ definitions, agents, start, seed: 'keys', checked: false });
  const { ports } = simulation;
  const follow = (items: readonly Item[]) => {
    for (const [version, entries] of Map.groupBy(items, versionOf)) append(version, entries);
  };
  const { append: appended, appendToCampaign } = ports.journal;
  const append = (version: string, items: readonly Item[]) => {
    const [{ campaign, record } = { campaign: '', record: undefined }] = items;
    const id: CampaignId = campaignId(String(campaign));
    const n = Number(version.slice(version.lastIndexOf('#') + 1));
    if (record === undefined)
      appendToCampaign(
        id,
        n,
        items.flatMap((item) => entriesOf<CampaignEntry>(item)),
      );
    else {
      const ref = { campaign: id, record: recordId(String(record)) };
      appended(
        ref,
        n,
        items.flatMap((item) => entriesOf<RecordEntry>(item)),
      );
    }
  };
  const { callsPerSecond, burst } = definitions.centre.connect;
  const pseudonyms = memoryPseudonyms();
  const { runtime } = tables;
  const shards = keyShardsOf(definitions);
  Object.assign(ports.journal, dynamoJournal(db, tables.journal));
  Object.assign(ports, {
    records: {
      ...dynamoRecordStore(
        db,
        { ...tables, shards },
        pseudonyms,
        (campaign) => lookUpFields(definitions, campaign),
        (at) => localDate(at, definitions.centre.timeZone),
        {
          keptWith: (campaign) => keptWith(definitions, campaign),
          isCounted: (campaign) => countsBegun(definitions, campaign),
        },
      ),
      // a tick is run whenever it is sent
      nextDue: () => 0,
    },
    reports: dynamoReportStore(db, { ...tables, shards }),
    campaigns: dynamoCampaignStore(db, tables),
    ledger: dynamoLedger(db, tables.records, pseudonyms),
    contactLog: dynamoContactLog(db, runtime, pseudonyms),
    agents: dynamoAgentBoard(db, runtime, shards),
    throttle: dynamoCallThrottle(
      db,
      runtime,
      { perSecond: callsPerSecond, burst },
      { shards, lead: callRateLead(definitions) },
    ),
    lines: dynamoSendingLines(db, runtime),
    slots: dynamoCallSlots(db, runtime),
    webhooks: dynamoWebhookStore(db, runtime),
    callerRates: dynamoCallerRates(db, runtime),
    numberChecks: dynamoNumberChecks(db, runtime, pseudonyms),
  });
  return { ...metered, simulation };
}

/** Whose it is, and the version that wrote it: entries of one change go together. */
const versionOf = ({ pk, sk }: Item): string => `${pk}#${Number(sk.split('.')[0])}`;
