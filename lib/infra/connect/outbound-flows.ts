// The flow of the dialer's calls and what callees hear who wait for an agent. The wait is a setting
// of the queue but part of a flow, so there is a waiting flow for each length of wait, and one for
// each queue whose priority rises (PRI-5); with more than one, the call says which.
import type { Construct } from 'constructs';
import type { FlowTaskName } from '../../application/tasks/inbound-tasks.ts';
import { OUTBOUND_ATTRIBUTES, renderOutboundFlow } from '../../compiler/flows/outbound-flow.ts';
import {
  type OutboundQueueFlowInput,
  renderOutboundQueueFlow,
  roundsToSteps,
  waitRounds,
} from '../../compiler/flows/outbound-queue-flow.ts';
import type { CallLanguage } from '../../compiler/flows/spoken-texts.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Deployment } from '../deployment.ts';
import { contactFlow } from './contact-flow.ts';
import { flowFunctionArn } from './flow-function.ts';
import type { Instance } from './instance.ts';

export interface OutboundFlows {
  readonly outboundArn: string;
  /** Queue id → ARN of the flow callees wait in. */
  readonly waitingArns: ReadonlyMap<string, string>;
  /** The tasks their flows ask. */
  readonly tasks: ReadonlySet<FlowTaskName>;
}

/** Connect's own default, and every level a call may ask for. */
const PRIORITY = { queuePriority: 5, queuePriorityLevels: [1, 2, 3, 4, 6, 7, 8, 9, 10] };

export function outboundFlows(
  scope: Construct,
  deployment: Deployment,
  instance: Instance,
): OutboundFlows {
  const { name, definitions } = deployment;
  const [language = 'en'] = definitions.centre.languages;
  const waitingArns = waitingFlows(scope, deployment, instance, language);
  const [onlyArn, ...others] = new Set(waitingArns.values());
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
      hooks: customerQueue ? { customerQueue } : undefined,
    }),
  });
  const rises = risingQueues(definitions).length > 0;
  const tasks = new Set<FlowTaskName>(rises ? ['raise-priority'] : []);
  return { outboundArn: outbound.attrContactFlowArn, waitingArns, tasks };
}

function waitingFlows(
  scope: Construct,
  deployment: Deployment,
  instance: Instance,
  language: CallLanguage,
): ReadonlyMap<string, string> {
  const { name, definitions } = deployment;
  const rising = new Set(risingQueues(definitions));
  const made = (id: string, called: string, input: Partial<OutboundQueueFlowInput>, wait: number) =>
    contactFlow(scope, `WaitingFlow-${id}`, {
      instanceArn: instance.arn,
      name: `${name} waiting ${called}`,
      type: 'CUSTOMER_QUEUE',
      flow: renderOutboundQueueFlow({
        language,
        longestWaitSeconds: wait,
        logging: true,
        ...input,
      }),
    }).attrContactFlowArn;
  const byWait = new Map(
    waitsOf(definitions, rising).map((wait) => [wait, made(String(wait), `${wait} s`, {}, wait)]),
  );
  const functionArn = flowFunctionArn(scope, deployment, 'raise-priority');
  return new Map(
    Object.entries(definitions.queues).map(([queue, { longestWait, steps = [] }]) => [
      queue,
      rising.has(queue)
        ? made(queue, queue, { rising: { queue, steps, functionArn } }, longestWait)
        : (byWait.get(longestWait) ?? ''),
    ]),
  );
}

/** Queues of the dialer's calls whose priority rises while callees wait. */
function risingQueues({ queues, campaigns }: Definitions): readonly string[] {
  const used = new Set(Object.values(campaigns).map(({ channels }) => channels.outbound?.queue));
  return Object.entries(queues).flatMap(([id, { steps = [], longestWait }]) =>
    used.has(id) && roundsToSteps(waitRounds(longestWait), steps).length > 0 ? [id] : [],
  );
}

function waitsOf(definitions: Definitions, rising: ReadonlySet<string>): readonly number[] {
  const waits = Object.entries(definitions.queues).flatMap(([id, { longestWait }]) =>
    rising.has(id) ? [] : [longestWait],
  );
  return [...new Set(waits)].toSorted((a, b) => a - b);
}

/** A call without detection passes the check unharmed, so one campaign that wants it is enough. */
function detectsMachines({ campaigns }: Definitions): boolean {
  return Object.values(campaigns).some((campaign) => campaign.channels.outbound?.machineDetection);
}
