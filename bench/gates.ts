// npm run bench:gates: how many records a second the pure functions of a tick order and gate,
// beside the least that could be done instead: a comparison of weights and two yes-or-no questions,
// which keep no account of what was seen.

import { campaignSetting } from '../lib/domain/campaigns/campaign-setting.ts';
import { nextOpen } from '../lib/domain/contact-hours/calendar.ts';
import { mayCall } from '../lib/domain/dialing/gates.ts';
import { agentId, campaignId, recordId } from '../lib/domain/model/ids.ts';
import { type Instant, parseInstant, plus } from '../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../lib/domain/model/record.ts';
import { inCallingOrder } from '../lib/domain/records/next-records.ts';
import {
  CAMPAIGN,
  exampleDefinitions,
  median,
  number,
  ratio,
  say,
  table,
  timed,
} from './support.ts';

/**
 * Monday noon in Warsaw, everything open; and Monday evening, when recalls have to wait until the
 * next day.
 */
const MOMENTS = { 'all open': '2026-03-02T11:00:00Z', 'recalls wait': '2026-03-02T18:30:00Z' };
const RECORDS = 20_000;
/** What a tick orders at once: the usual window, and the largest. */
const WINDOWS = [50, 200];
const ROUNDS = 15;

const setting = campaignSetting(await exampleDefinitions(), CAMPAIGN);
if (!setting) throw new Error(`the example has no campaign '${CAMPAIGN}'`);
const { recallHours, queueHours, contact, zone, campaign } = setting;
const agents = new Map([[agentId('anna.nowak'), 'free' as const]]);

/** Every third a recall, every tenth heavier, every fiftieth private: in no order. */
function aRecord(n: number, before: Instant): CampaignRecord {
  const shuffled = (n * 7919) % RECORDS;
  const recalled = n % 3 === 0;
  return {
    campaign: campaignId(CAMPAIGN),
    record: recordId(`record-${shuffled}`),
    version: recalled ? 5 : 1,
    state: recalled ? 'recall-scheduled' : 'new',
    phones: [{ value: `+48601${String(shuffled).padStart(6, '0')}`, isDefault: true }],
    emails: [],
    fields: { name: 'Anna Nowak', city: 'Gdańsk', plan: 'Senior' },
    parameters: {},
    weight: n % 10 === 0 ? 10 : 0,
    privateTo: n % 50 === 0 ? agentId('anna.nowak') : undefined,
    nextContact: plus(before, -shuffled),
    attempts: recalled ? 1 : 0,
    endings: recalled ? { 'not-answered': 1 } : {},
    success: false,
    rule: { passes: {} },
    origin: { kind: 'import', file: 'people.csv', row: n },
    createdAt: plus(before, -100_000),
    updatedAt: plus(before, -shuffled),
  };
}

function ours(due: readonly CampaignRecord[], now: Instant): number {
  let callable = 0;
  for (const record of inCallingOrder(due)) {
    const { verdict } = mayCall({
      record,
      campaignSwitch: 'running',
      zone,
      now,
      agents: record.privateTo && agents,
      recallHours,
      queueHours,
      contact,
      lastDate: campaign.lastDate,
    });
    if (verdict.kind === 'call') callable++;
  }
  return callable;
}

function trivial(due: readonly CampaignRecord[], now: Instant): number {
  let callable = 0;
  for (const record of due.toSorted((a, b) => b.weight - a.weight)) {
    const hours = record.attempts > 0 ? recallHours : queueHours;
    const isDue = record.nextContact !== undefined && record.nextContact <= now;
    if (isDue && (!hours || nextOpen(hours, now) === now)) callable++;
  }
  return callable;
}

const rows: string[][] = [];
for (const [moment, iso] of Object.entries(MOMENTS)) {
  const now = parseInstant(iso);
  const records = Array.from({ length: RECORDS }, (_, n) => aRecord(n, now));
  for (const size of WINDOWS) {
    const windows = Array.from({ length: RECORDS / size }, (_, n) =>
      records.slice(n * size, (n + 1) * size),
    );
    const took = { ours: [] as number[], trivial: [] as number[] };
    const callable = { ours: 0, trivial: 0 };
    const each = (check: typeof ours) => windows.reduce((sum, due) => sum + check(due, now), 0);
    for (let round = 0; round < ROUNDS; round++) {
      took.ours.push(await timed(() => (callable.ours = each(ours))));
      took.trivial.push(await timed(() => (callable.trivial = each(trivial))));
    }
    if (callable.ours !== callable.trivial) throw new Error('the two sides disagree');
    const [mine, least] = [median(took.ours), median(took.trivial)];
    const share = `${number((100 * callable.ours) / RECORDS)} %`;
    const perSecond = number(Math.round((1000 * RECORDS) / mine));
    rows.push([moment, String(size), share, perSecond, ratio(mine, least)]);
  }
}
say(`${RECORDS} records, median of ${ROUNDS} rounds`);
table(
  ['moment', 'window', 'may be called', 'records per second', 'time, relative to the baseline'],
  rows,
);
