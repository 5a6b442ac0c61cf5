// The flow of the dialer's calls and what callees hear who wait for an agent. The wait is a setting
// of the queue or the campaign but part of a flow, so there is a waiting flow for each length of
// wait, and one for each queue or campaign whose priority rises (PRI-4, PRI-5); with more than one,
// the call says which.
import type { Construct } from 'constructs';
import { OUTBOUND_ATTRIBUTES, renderOutboundFlow } from '../../compiler/flows/outbound-flow.ts';
import {
  type OutboundQueueFlowInput,
  renderOutboundQueueFlow,
  roundsToSteps,
  waitRounds,
} from '../../compiler/flows/outbound-queue-flow.ts';
import type { CallLanguage } from '../../compiler/flows/spoken-texts.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { PriorityStep } from '../../language/schema/centre.ts';
import type { Deployment } from '../deployment.ts';
import { contactFlow } from './contact-flow.ts';
import type { FlowFunctions } from './flow-functions.ts';
import type { Instance } from './instance.ts';

export interface OutboundFlows {
  readonly outboundArn: string;
  /** Entry of the directory, by queue or campaign → ARN of the flow callees wait in. */
  readonly waitingArns: ReadonlyMap<string, string>;
}

/** Connect's own default, and every level a call may ask for. */
const PRIORITY = { queuePriority: 5, queuePriorityLevels: [1, 2, 3, 4, 6, 7, 8, 9, 10] };

interface OutboundSurroundings {
  readonly deployment: Deployment;
  readonly instance: Instance;
  readonly functions: FlowFunctions;
}

export function outboundFlows(scope: Construct, around: OutboundSurroundings): OutboundFlows {
  const { deployment, instance } = around;
  const { name, definitions } = deployment;
  const [language = 'en'] = definitions.centre.languages;
  const waitingArns = waitingFlows(scope, around, language);
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
      recordedCampaigns: recordedCampaigns(definitions),
      callsMayNameAgent: true,
      hangUpOnVoicemail: detectsMachines(definitions),
      ...PRIORITY,
      hooks: customerQueue ? { customerQueue } : undefined,
    }),
  });
  return { outboundArn: outbound.attrContactFlowArn, waitingArns };
}

/** How callees wait: those of a queue, or of one campaign that has settings of its own. */
interface CalleeWait {
  /** Where a call finds its waiting flow in the directory. */
  readonly key: string;
  readonly id: string;
  readonly called: string;
  readonly queue: string;
  readonly longestWait: number;
  readonly steps: readonly PriorityStep[];
}

function waitingFlows(
  scope: Construct,
  { deployment, instance, functions }: OutboundSurroundings,
  language: CallLanguage,
): ReadonlyMap<string, string> {
  const { name, definitions } = deployment;
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
      functions,
    }).attrContactFlowArn;
  const waits = calleeWaits(definitions);
  const byWait = new Map(
    plainWaits(waits).map((wait) => [wait, made(String(wait), `${wait} s`, {}, wait)]),
  );
  return new Map(
    waits.map(({ key, id, called, queue, longestWait, steps }) => [
      key,
      steps.length > 0
        ? made(
            id,
            called,
            { rising: { queue, steps, functionArn: functions.arnOf('raise-priority') } },
            longestWait,
          )
        : (byWait.get(longestWait) ?? ''),
    ]),
  );
}

/** Steps are left out where nobody waits so long, or where the dialer's calls do not come. */
function calleeWaits({ queues, campaigns }: Definitions): readonly CalleeWait[] {
  const used = new Set(Object.values(campaigns).map(({ channels }) => channels.outbound?.queue));
  const due = (longestWait: number, steps: readonly PriorityStep[]) =>
    roundsToSteps(waitRounds(longestWait), steps).length > 0 ? steps : [];
  const ofQueues = Object.entries(queues).map(([id, { longestWait, steps = [] }]) => ({
    key: `waiting-flows/${id}`,
    id,
    called: id,
    queue: id,
    longestWait,
    steps: used.has(id) ? due(longestWait, steps) : [],
  }));
  const ofCampaigns = Object.entries(campaigns).flatMap(
    ([
      id,
      {
        channels: { outbound },
      },
    ]) => {
      const { longestWait, steps, queue = '' } = outbound ?? {};
      const own = queues[queue];
      if (own === undefined || (longestWait === undefined && steps === undefined)) return [];
      const wait = longestWait ?? own.longestWait;
      return {
        key: `campaign-waiting-flows/${id}`,
        id: `campaign-${id}`,
        called: `campaign ${id}`,
        queue,
        longestWait: wait,
        steps: due(wait, steps ?? own.steps ?? []),
      };
    },
  );
  return [...ofQueues, ...ofCampaigns];
}

function plainWaits(waits: readonly CalleeWait[]): readonly number[] {
  const plain = waits.filter(({ steps }) => steps.length === 0);
  return [...new Set(plain.map(({ longestWait }) => longestWait))].toSorted((a, b) => a - b);
}

/** Those whose calls with people are recorded. */
const recordedCampaigns = ({ campaigns }: Definitions): readonly string[] =>
  Object.keys(campaigns).filter((id) => campaigns[id]?.channels.outbound?.recording);

/** A call without detection passes the check unharmed, so one campaign that wants it is enough. */
function detectsMachines({ campaigns }: Definitions): boolean {
  return Object.values(campaigns).some((campaign) => campaign.channels.outbound?.machineDetection);
}
