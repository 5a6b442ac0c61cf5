// What a campaign is doing at a moment, for those who watch it: read from our own tables, never
// from Connect, whose answers are rationed for the whole account.

import { campaignSetting } from '../domain/campaigns/campaign-setting.ts';
import type { CampaignState } from '../domain/campaigns/campaign-state.ts';
import { againstSwitch } from '../domain/campaigns/switching.ts';
import { agentsInCalls, agentsTalking } from '../domain/dialing/agents-in-calls.ts';
import { pacingReport } from '../domain/dialing/pacing-report.ts';
import type { AgentPresence } from '../domain/model/agent.ts';
import type { CampaignId } from '../domain/model/ids.ts';
import { type Instant, instant, toIso } from '../domain/model/instant.ts';
import type { CampaignRecord } from '../domain/model/record.ts';
import type { Definitions } from '../language/definitions.ts';

interface Seen {
  readonly definitions: Definitions;
  readonly id: CampaignId;
  readonly state: CampaignState;
  readonly inFlight: readonly CampaignRecord[];
  readonly groups: readonly string[];
  readonly present: readonly AgentPresence[];
  readonly now: Instant;
}

export function liveView({ definitions, id, state, inFlight, groups, present, now }: Seen) {
  const team = new Set(groups.flatMap((group) => definitions.groups[group]?.agents ?? []));
  const shown = agentsInCalls(agentsTalking(present, now), inFlight);
  const activities = new Map(shown.map(({ agent, activity }) => [String(agent), activity]));
  const setting = campaignSetting(definitions, id);
  const report = setting && pacingReport(setting, state, team.size, now);
  return {
    at: toIso(now),
    calls: counted(inFlight.flatMap(({ current }) => (current ? [current.phase] : []))),
    agents: counted([...team].map((agent) => activities.get(agent) ?? 'offline')),
    against:
      state.state === 'running'
        ? []
        : [...againstSwitch(definitions, id, state.state, 'running', now)],
    abandonment: report && {
      answered: report.answered,
      abandoned: report.abandoned,
      cap: report.cap,
      window: report.window,
      since: toIso(instant(report.since)),
    },
    pace: paceOf(report?.decisions.at(-1)),
  };
}

type Decision = NonNullable<ReturnType<typeof pacingReport>>['decisions'][number];

function paceOf(last: Decision | undefined) {
  if (last === undefined) return undefined;
  const { at, wanted, started, limit } = last;
  const { gate, saw } = limit;
  return { at: toIso(at), wanted, started, gate, saw, limit: limit.limit };
}

function counted(names: readonly string[]): Readonly<Record<string, number>> {
  const all = Map.groupBy(names, (name) => name);
  return Object.fromEntries([...all].map(([name, same]) => [name, same.length]));
}
