// How a caller waits in a queue: with which priority (PRI-3, IVR-17) and for whom first (INB-10,
// INB-11). It goes on the timeline, with what the agent's window will show; a caller without a
// record waits all the same.
import { CALL_ATTRIBUTES, NOTHING } from '../../domain/calls/call-attributes.ts';
import { inboundSetting } from '../../domain/calls/inbound-setting.ts';
import { callPriority } from '../../domain/inbound/call-priority.ts';
import { noteWaiting } from '../../domain/inbound/call-updates.ts';
import { reservationOf } from '../../domain/inbound/reservation.ts';
import { userIdOf } from '../../domain/model/agent.ts';
import type { Waiting } from '../../domain/model/inbound-call.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../tasks/tasks.ts';
import { loadOrCreateCall, noteOnAnsweredCall } from './ensure-inbound-call.ts';

type Needs = PortsOf<'route-call'>;
type Input = TaskInput<'route-call'>;
type Level = TaskOutput<'route-call'>['level'];

export const routeCall: UseCase<'route-call', Needs> = async (input, ports) => {
  const call = await loadOrCreateCall(input, ports);
  const priority = callPriority(input, call?.record, ports.definitions.definitions());
  const reservation = await reserve(input, call?.record, ports);
  const { kind: reserve_, agent } = reservation;
  const gates = [...priority.gates, ...reservation.gates];
  const waiting = waitingOf(input, priority.level);
  const whom = agent === undefined ? {} : { agent: agent.agent };
  await noteOnAnsweredCall(input, ports, (now) =>
    now.attempt.settled ? undefined : noteWaiting(now, { ...waiting, ...whom }, reserve_, gates),
  );
  return {
    level: String(priority.level) as Level,
    reserve: reserve_,
    agent: agent === undefined ? NOTHING : userIdOf(agent.arn),
  };
};

async function reserve(
  { campaign, queue }: Input,
  record: CampaignRecord | undefined,
  { definitions, agents }: Needs,
) {
  const all = definitions.definitions();
  const { privateAgent, lastAgent } = inboundSetting(all, campaign)?.inbound ?? {};
  const asked = privateAgent !== undefined || lastAgent !== undefined;
  const wanted = record?.privateTo ?? record?.lastAgent;
  const groups = all.queues[queue]?.groups ?? [];
  return reservationOf({
    record,
    privateAgent,
    lastAgent,
    agents: asked && wanted !== undefined ? await agents.ofGroups(groups) : [],
  });
}

function waitingOf({ queue, attributes }: Input, level: number): Waiting {
  const ticket = attributes[CALL_ATTRIBUTES.ticket] ?? NOTHING;
  return {
    queue,
    level,
    window: attributes[CALL_ATTRIBUTES.window] === 'small' ? 'small' : 'full',
    survey: attributes[CALL_ATTRIBUTES.survey] !== 'no',
    ticket: ticket !== NOTHING ? ticket : undefined,
  };
}
