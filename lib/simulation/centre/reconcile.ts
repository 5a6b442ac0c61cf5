// What must add up, whatever happened: counters against records, records against attempts, attempts
// against the lines. Each discrepancy is a sentence; a sound centre has none.

import { isInbound } from '../../domain/calls/call-events.ts';
import type { Counts } from '../../domain/campaigns/campaign-state.ts';
import { attemptCounter, countedState } from '../../domain/campaigns/counts.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import { type CampaignId, campaignId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { plural } from '../../language/plural.ts';
import type { Simulation } from './simulation.ts';

export async function discrepancies(
  simulation: Simulation,
  campaign: string,
): Promise<readonly string[]> {
  const id = campaignId(campaign);
  const { records } = simulation.ports;
  const found: string[] = [];
  for (const record of records.all(id)) {
    found.push(...ofRecord(record, records.attemptsOf(record)));
  }
  found.push(...ofCounts(counted(simulation, id), await records.counts(id)));
  const { doubleDialed } = simulation.network.stats();
  if (doubleDialed > 0) found.push(`${plural(doubleDialed, 'double call')}`);
  return found;
}

function ofRecord(record: CampaignRecord, attempts: readonly Attempt[]): readonly string[] {
  const found: string[] = [];
  const say = (what: string) => found.push(`record ${record.record}: ${what}`);
  const waits = record.state === 'new' || record.state === 'recall-scheduled';
  if (waits !== (record.nextContact !== undefined))
    say(`${record.state} with a wrong next contact`);
  // what a record counts are the calls of the dialer
  const dialed = attempts.filter((attempt) => !isInbound(attempt));
  const placed = dialed.filter((attempt) => attempt.contact !== undefined);
  const refused = dialed.filter(({ contact, status }) => !contact && status !== undefined);
  if (record.attempts !== placed.length + refused.length) {
    say(`${plural(record.attempts, 'attempt')} counted, ${placed.length + refused.length} made`);
  }
  const ended = dialed.filter(
    ({ channel, status }) => channel === 'voice' && status !== undefined,
  ).length;
  const calls = Object.values(record.endings).reduce((sum, count) => sum + count, 0);
  if (calls !== ended) say(`${plural(calls, 'call')} counted, ${ended} ended`);
  const open = attempts.filter(({ settled }) => !settled);
  if (open.length > 1) say(`${open.length} attempts under way`);
  if (open[0] && record.current?.attempt !== open[0].id)
    say('an open attempt that is not the current one');
  return found;
}

function counted({ ports: { records } }: Simulation, campaign: CampaignId): Counts {
  const counts: Record<string, number> = {};
  const add = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const record of records.all(campaign)) {
    add(countedState(record));
    if (record.success) add('success');
    for (const attempt of records.attemptsOf(record)) {
      const counts = attempt.id !== record.current?.attempt;
      if (counts && attempt.status) add(attemptCounter(attempt, attempt.status));
    }
    for (const { content, state } of records.messagesOf(record)) {
      add(`message:${content.kind}:${state}`);
    }
  }
  return counts;
}

function ofCounts(real: Counts, kept: Counts): readonly string[] {
  const names = [...new Set([...Object.keys(real), ...Object.keys(kept)])];
  return names
    .filter((name) => (real[name] ?? 0) !== (kept[name] ?? 0))
    .map((name) => `counter ${name}: ${kept[name] ?? 0} kept, ${real[name] ?? 0} real`);
}
