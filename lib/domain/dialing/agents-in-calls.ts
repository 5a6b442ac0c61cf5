// That an agent whose phone rang has the call is not written to the board: the call tells it
// itself, and to the dialer both are an agent who is busy. Whoever shows agents, or reckons with
// how long they have been talking, takes it from the calls.
// docs/decisions/0053-who-waits-is-told-late.md
import type { AgentActivity, AgentPresence } from '../model/agent.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';

/** Seconds after which Connect takes a call back that rings at an agent's phone. */
const RINGS_FOR = 20;

const IN_A_CALL: readonly AgentActivity[] = ['ringing', 'talking'];

/** Whether the board may stay as it is: the phone rang or the agent talked, and goes on with it. */
export const isToldByCall = (before: AgentActivity, after: AgentActivity): boolean =>
  IN_A_CALL.indexOf(before) >= 0 && IN_A_CALL.indexOf(after) >= IN_A_CALL.indexOf(before);

/** Who rings on the board and has a call by now, as far as these records tell. */
export function agentsInCalls(
  presences: readonly AgentPresence[],
  records: readonly CampaignRecord[],
): readonly AgentPresence[] {
  if (!presences.some(({ activity }) => activity === 'ringing')) return presences;
  const since = new Map(
    records.flatMap(({ current, lastAgent }) =>
      current?.phase === 'with-agent' && lastAgent !== undefined
        ? [[lastAgent, current.since] as const]
        : [],
    ),
  );
  return presences.map((presence) => {
    const from = presence.activity === 'ringing' ? since.get(presence.agent) : undefined;
    return from === undefined ? presence : { ...presence, activity: 'talking', since: from };
  });
}

/** The same for calls nobody asked about: no phone rings for so long. */
export const agentsTalking = (
  presences: readonly AgentPresence[],
  now: Instant,
): readonly AgentPresence[] =>
  presences.map((presence) =>
    presence.activity === 'ringing' && plus(presence.since, RINGS_FOR) < now
      ? { ...presence, activity: 'talking' }
      : presence,
  );
