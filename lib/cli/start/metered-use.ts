// What a local run used of AWS: requests, units and runs of functions as the gateway metered them,
// the rest from the telephone network and the providers. The dry run counts the same at its ports
// (lib/simulation/costs/usage.ts).
import { TASK_MEMORY, TASK_NAMES, type TaskName } from '../../application/tasks/tasks.ts';
import type { MeterLine } from '../../local/meter.ts';
import type { RunUse } from '../../simulation/costs/quantities.ts';
import { type RunCost, runCost } from '../../simulation/costs/run-cost.ts';
import type { PhysicalCall } from '../../simulation/phone-network/ground-truth.ts';
import type { PhoneNetworkStats } from '../../simulation/phone-network/phone-network.ts';
import type { LocalCentre } from './local-centre.ts';

export interface MeteredRun {
  readonly meter: readonly MeterLine[];
  readonly calls: Iterable<PhysicalCall>;
  readonly agents: PhoneNetworkStats['agents'];
  readonly smsParts: number;
  readonly emails: number;
  readonly emailsReceived: number;
  readonly mailChunks: number;
  readonly events: number;
  /** Whether there is a stream of agent events. */
  readonly agentStream: boolean;
  readonly recordsImported: number;
  readonly ownNumbers: number;
  /** Epoch ms, simulated. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** What the run used so far, and what that would have cost. */
export function meteredCost(
  { cloud, network }: LocalCentre,
  run: Pick<MeteredRun, 'events' | 'recordsImported' | 'ownNumbers' | 'startedAt'>,
): RunCost {
  const use = meteredUse({
    ...run,
    meter: cloud.meter.lines(),
    calls: network.calls(),
    agents: network.stats().agents,
    smsParts: cloud.outbox.texts().reduce((sum, { parts }) => sum + parts, 0),
    emails: cloud.outbox.emails().length,
    emailsReceived: cloud.outbox.received.emails,
    mailChunks: cloud.outbox.received.chunks,
    agentStream: cloud.kinesis.isUsed,
    endedAt: cloud.time.now(),
  });
  return runCost(use, { prices: {} });
}

const HOUR = 3_600_000;
const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];

export function meteredUse(facts: MeteredRun): RunUse {
  const own = facts.meter.filter(({ principal }) => principal !== 'administrator');
  const sum = (service: string, actions: readonly string[], of: 'calls' | 'units') =>
    own
      .filter((line) => line.service === service && actions.includes(line.action))
      .reduce((total, line) => total + line[of], 0);
  const runs = runsOf(own);
  const { minutes, count } = spoken(facts);
  const staffed = Object.values(facts.agents).reduce((ms, { staffed }) => ms + staffed, 0);
  return {
    usage: {
      reads: sum('dynamodb', READS, 'units'),
      writes: sum('dynamodb', WRITES, 'units'),
      sends: sum('sqs', ['SendMessage', 'SendMessageBatch'], 'units'),
      runs,
    },
    journalEntries: facts.events,
    journalBatches: runs.get('publish-journal') ?? 0,
    ruleRuns: sum('states', ['ExpressExecution'], 'calls'),
    agentEvents: runs.get('agent-events') ?? 0,
    agentStream: facts.agentStream,
    staffedHours: staffed / HOUR,
    calls: count,
    minutes,
    smsParts: facts.smsParts,
    emails: facts.emails,
    emailsReceived: facts.emailsReceived,
    mailChunks: facts.mailChunks,
    hours: (facts.endedAt - facts.startedAt) / HOUR,
    ownNumbers: facts.ownNumbers,
    recordsImported: facts.recordsImported,
    memory: TASK_MEMORY,
  };
}

/** Functions are named after their tasks; the local cloud runs the deployment `ringback`. */
function runsOf(meter: readonly MeterLine[]): Map<TaskName, number> {
  const invocations = meter.filter(({ service }) => service === 'lambda');
  const runs = new Map<TaskName, number>();
  for (const task of TASK_NAMES) {
    const line = invocations.find(({ principal }) => principal === `ringback-${task}`);
    if (line) runs.set(task, line.calls);
  }
  return runs;
}

function spoken({ calls, endedAt }: MeteredRun) {
  let count = 0;
  let milliseconds = 0;
  for (const { answered, end = endedAt } of calls) {
    count++;
    if (answered !== undefined) milliseconds += end - answered;
  }
  return { count, minutes: milliseconds / 60_000 };
}
