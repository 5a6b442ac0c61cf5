// The flow of the dialer's calls and what callees hear who wait for an agent. The wait is a setting of the queue but
// part of a flow, so there is a waiting flow for each length of wait; with more than one, the call says which.
import type { Construct } from 'constructs';
import { OUTBOUND_ATTRIBUTES, renderOutboundFlow } from '../../compiler/flows/outbound-flow.ts';
import { renderOutboundQueueFlow } from '../../compiler/flows/outbound-queue-flow.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Deployment } from '../deployment.ts';
import { contactFlow } from './contact-flow.ts';
import type { Instance } from './instance.ts';

export interface OutboundFlows {
  readonly outboundArn: string;
  /** Queue id → ARN of the flow callees wait in. */
  readonly waitingArns: ReadonlyMap<string, string>;
}

/** Connect's own default, and every level a call may ask for. */
const PRIORITY = { queuePriority: 5, queuePriorityLevels: [1, 2, 3, 4, 6, 7, 8, 9, 10] };

export function outboundFlows(
  scope: Construct,
  { name, definitions }: Deployment,
  instance: Instance,
): OutboundFlows {
  const [language = 'en'] = definitions.centre.languages;
  const byWait = new Map(
    waitsOf(definitions).map((seconds) => {
      const flow = contactFlow(scope, `WaitingFlow-${seconds}`, {
        instanceArn: instance.arn,
        name: `${name} waiting ${seconds} s`,
        type: 'CUSTOMER_QUEUE',
        flow: renderOutboundQueueFlow({ language, longestWaitSeconds: seconds, logging: true }),
      });
      return [seconds, flow.attrContactFlowArn];
    }),
  );
  const [onlyArn, ...others] = byWait.values();
  const customerQueue =
    others.length === 0 ? onlyArn : `$.Attributes.${OUTBOUND_ATTRIBUTES.queueFlowArn}`;
  const outbound = contactFlow(scope, 'OutboundFlow', {
    instanceArn: instance.arn,
    name: `${name} outbound`,
    type: 'CONTACT_FLOW',
    flow: renderOutboundFlow({
      language,
      logging: true,
      recording: false,
      callsMayNameAgent: true,
      hangUpOnVoicemail: detectsMachines(definitions),
      ...PRIORITY,
      ...(customerQueue && { hooks: { customerQueue } }),
    }),
  });
  const waitingArns = Object.entries(definitions.queues).flatMap(([id, { longestWait }]) => {
    const arn = byWait.get(longestWait);
    return arn === undefined ? [] : [[id, arn] as const];
  });
  return { outboundArn: outbound.attrContactFlowArn, waitingArns: new Map(waitingArns) };
}

function waitsOf(definitions: Definitions): readonly number[] {
  const waits = Object.values(definitions.queues).map((queue) => queue.longestWait);
  return [...new Set(waits)].toSorted((a, b) => a - b);
}

/** A call without detection passes the check unharmed, so one campaign that wants it is enough. */
function detectsMachines({ campaigns }: Definitions): boolean {
  return Object.values(campaigns).some((campaign) => campaign.channels.outbound?.machineDetection);
}
