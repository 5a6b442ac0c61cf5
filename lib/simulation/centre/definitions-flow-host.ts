// What the flows of a call find in a simulated centre: the definitions, compiled with names instead
// of ARNs, and the use cases.

import { byName, compileIvr } from '../../compiler/ivr/compile-ivr.ts';
import { hoursInZone, isOpen } from '../../domain/contact-hours/calendar.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own } from '../../language/dictionary.ts';
import type { QueueReference, QueueTarget } from '../connect/effects.ts';
import type { FlowHost, HostedFlow } from '../connect/flow-host.ts';
import type { PhoneNetwork } from '../phone-network/phone-network.ts';

/** Id of a flow: every campaign has flows with the same keys. */
export const flowIdOf = (campaign: string, key: string): string => `${campaign}/${key}`;

const compiled = new WeakMap<Definitions, ReadonlyMap<string, HostedFlow>>();

/** The flows of all campaigns that take calls, compiled once. */
function flowsOf(definitions: Definitions): ReadonlyMap<string, HostedFlow> {
  const flows = compiled.get(definitions) ?? compileAll(definitions);
  compiled.set(definitions, flows);
  return flows;
}

function compileAll(definitions: Definitions): ReadonlyMap<string, HostedFlow> {
  const campaigns = Object.keys(definitions.campaigns).filter(
    (id) => definitions.campaigns[id]?.channels.inbound,
  );
  const flows = campaigns.flatMap((campaign) => {
    const flow = (key: string) => flowIdOf(campaign, key);
    const { flows } = compileIvr(definitions, campaign, { ...byName(definitions), flow });
    return flows.map(({ key, type, flow: content }) => ({
      id: flowIdOf(campaign, key),
      type,
      content,
    }));
  });
  return new Map(flows.map((flow) => [flow.id, flow]));
}

export interface AnsweredNumber {
  readonly campaign: string;
  /** E.164; numbers that are not claimed yet have made-up ones. */
  readonly number: string;
}

/** The numbers callers dial, and the campaigns that answer them. */
export function answeredNumbers(definitions: Definitions): readonly AnsweredNumber[] {
  const references = byName(definitions);
  return Object.entries(definitions.campaigns).flatMap(([campaign, { channels }]) =>
    (channels.inbound?.numbers ?? []).map((id) => ({ campaign, number: references.number(id) })),
  );
}

export function definitionsFlowHost(
  definitions: () => Definitions,
  network: PhoneNetwork,
  others: Pick<FlowHost, 'time' | 'recorder' | 'random' | 'callers' | 'invoke'>,
): FlowHost {
  const agentOf = (id: string) => network.agents().find(({ agent }) => agent === lastPart(id));
  return {
    ...others,
    flow(id) {
      const flow = flowsOf(definitions()).get(id);
      if (!flow) throw new Error(`there is no flow '${id}'`);
      return flow;
    },
    isOpen({ hoursId, queueArn }) {
      const { hours, queues, centre } = definitions();
      const found = own(hours, hoursId ?? own(queues, queueArn)?.hours ?? '');
      const now = instant(others.time.now());
      return found !== undefined && isOpen(hoursInZone(found, centre.timeZone), now);
    },
    promptLength: () => undefined,
    target: (reference) => targetOf(reference, definitions(), agentOf),
    capacityOf: (queue) => own(definitions().queues, queue)?.capacity,
    groupsOf: (queue) => own(definitions().queues, queue)?.groups ?? [],
    agentName: (id) => agentOf(id)?.agent,
  };
}

function targetOf(
  { agentId, queueId }: QueueReference,
  { queues }: Definitions,
  agentOf: (id: string) => { readonly arn: string; readonly agent: string } | undefined,
): QueueTarget | undefined {
  if (queueId !== undefined)
    return own(queues, queueId) && { kind: 'queue', arn: queueId, name: queueId };
  const found = agentOf(agentId);
  return found && { kind: 'agent', arn: found.arn, name: found.agent };
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
