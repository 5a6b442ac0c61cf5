// What recurs: the first ticks until the next run, and the net under lost events. What is past its
// deadline is brought to its end by asking the provider, never by calling or sending again. One
// record that resists does not keep the others from being looked at.

import { HANGS } from '../../domain/messaging/hanging.ts';
import { type CampaignId, campaignId } from '../../domain/model/ids.ts';
import { plus } from '../../domain/model/instant.ts';
import { endpointsOf } from '../../domain/webhooks/endpoint.ts';
import type { Definitions } from '../../language/definitions.ts';
import { DIRECTORY } from '../../language/record-settings.ts';
import { agentsToLookAt, holdOrRelease } from '../agents/agent-hold.ts';
import { sendFirstTicks } from '../dialing/first-ticks.ts';
import { eraseContact } from '../records/erasure.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { looksAtFewCalls, looksAtWebhooks, looksSeldom, mayHaveCalls } from './looks.ts';
import { leftCopies, sweepCopy } from './sweep-copies.ts';
import { listOlderOrders, sweepMessage } from './sweep-message.ts';
import { sweepRecord } from './sweep-record.ts';
import { sweepWebhook } from './sweep-webhook.ts';

type Needs = PortsOf<'sweeper'>;

/** Records and messages of one campaign looked at in one run. */
const AT_MOST = 200;

export const sweeper: UseCase<'sweeper', Needs> = async (_input, ports) => {
  const definitions = ports.definitions.definitions();
  const all = Object.keys(definitions.campaigns).map(campaignId);
  const swept = { settled: 0, messages: 0, erased: 0 };
  const failures: unknown[] = [];
  const now = ports.clock.now();
  // whoever waits for a call does not wait for what went wrong
  const begun = await sendFirstTicks(ports).catch((error: unknown) => {
    failures.push(error);
    return new Map<CampaignId, string>();
  });
  for (const id of all) {
    swept.settled += await sweepRecords(id, begun.get(id), ports, failures);
    swept.messages += await sweepMessages(id, ports, failures);
    swept.erased += await eraseContacts(id, ports, failures);
    if (looksSeldom(now)) {
      await each(await leftCopies(id, ports), (copy) => sweepCopy(copy, ports), failures);
    }
  }
  // nobody is contacted from there, but people are erased
  if (definitions.directory !== undefined)
    swept.erased += await eraseContacts(campaignId(DIRECTORY), ports, failures);
  try {
    await listOlderOrders(ports);
  } catch (error) {
    failures.push(error);
  }
  if (looksAtWebhooks(now)) await sweepWebhooks(definitions, ports, failures);
  await each(
    await agentsToLookAt(ports),
    async (agent) => (await holdOrRelease(agent, ports)) !== undefined,
    failures,
  );
  if (failures.length > 0) throw allOf(failures);
  return swept;
};

/** The states of all endpoints are one read. */
async function sweepWebhooks(definitions: Definitions, ports: Needs, failures: unknown[]) {
  const endpoints = await Promise.allSettled(
    endpointsOf(definitions).map(async (endpoint) => ({
      endpoint,
      state: await ports.webhooks.state(endpoint),
    })),
  );
  await each(
    endpoints,
    (read) => {
      if (read.status === 'rejected') throw read.reason;
      return sweepWebhook(read.value.endpoint, read.value.state, ports);
    },
    failures,
  );
}

/** What failed, whole: the first failure is seldom the one that explains the others. */
function allOf(failures: readonly unknown[]): AggregateError {
  const reasons = new Set(failures.map(String));
  const what = failures.length === 1 ? 'one item' : `${failures.length} items`;
  return new AggregateError(failures, `${what} could not be swept: ${[...reasons].join('; ')}`);
}

async function sweepRecords(
  id: CampaignId,
  begun: string | undefined,
  ports: Needs,
  failures: unknown[],
): Promise<number> {
  const now = ports.clock.now();
  const { definitions } = ports.definitions;
  if (!mayHaveCalls(definitions(), id, now) && !looksAtFewCalls(now)) return 0;
  const late = await ports.records.overdue(id, now, begun);
  return each(late.slice(0, AT_MOST), (record) => sweepRecord(record, ports), failures);
}

async function sweepMessages(id: CampaignId, ports: Needs, failures: unknown[]): Promise<number> {
  const before = plus(ports.clock.now(), -HANGS);
  const hanging = await ports.records.hangingMessages(id, before);
  return each(hanging.slice(0, AT_MOST), (message) => sweepMessage(message, ports), failures);
}

/**
 * A rule that deletes a contact erases it as well; what is found here was stopped, waits for a
 * message, or was deleted by a person.
 */
async function eraseContacts(id: CampaignId, ports: Needs, failures: unknown[]): Promise<number> {
  const left = await ports.records.toErase(id, ports.clock.now());
  return each(left.slice(0, AT_MOST), (record) => eraseContact(record, ports), failures);
}

/** Runs `work` on each; returns how often it did something, and keeps what was thrown. */
async function each<T>(
  items: readonly T[],
  work: (item: T) => Promise<boolean>,
  failures: unknown[],
): Promise<number> {
  let done = 0;
  for (const item of items) {
    try {
      if (await work(item)) done++;
    } catch (error) {
      failures.push(error);
    }
  }
  return done;
}
