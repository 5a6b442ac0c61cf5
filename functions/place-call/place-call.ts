// One ordered call, placed, and asked for once (DIA-7): Connect's ClientToken would start a second call once the first
// has ended, so it is noted that Connect is asked before it is, and what a run that died there has left is told by
// Connect's events, or ended by the sweeper. Whether the record may be called is
// asked once more: nothing is dialed after a pause, however old the order is (DIA-6).
import type { AgentPresence } from '../../lib/domain/agent.ts';
import type { Attempt } from '../../lib/domain/attempt.ts';
import { callSettings } from '../../lib/domain/call-settings.ts';
import { type CampaignSetting, campaignSetting } from '../../lib/domain/campaign-setting.ts';
import type { CampaignState } from '../../lib/domain/campaign-state.ts';
import { untilCommitted } from '../../lib/domain/contention.ts';
import { Fault } from '../../lib/domain/faults.ts';
import type { Gate } from '../../lib/domain/gate.ts';
import { mayCall } from '../../lib/domain/gates.ts';
import { attemptId, campaignId, recordId } from '../../lib/domain/ids.ts';
import type { Instant } from '../../lib/domain/instant.ts';
import { withdraw } from '../../lib/domain/orders.ts';
import type { Change, Dialed, DialOrder, DialRequest } from '../../lib/domain/ports.ts';
import { queuePriority } from '../../lib/domain/queue-priority.ts';
import type { CampaignRecord } from '../../lib/domain/record.ts';
import {
  asked,
  changed,
  giveBack,
  nextVersion,
  notAsked,
} from '../../lib/domain/record-changes.ts';
import { refused, takeIn } from '../../lib/domain/settlement.ts';
import type { PortsOf } from '../../lib/domain/task-needs.ts';
import type { UseCase } from '../../lib/domain/tasks.ts';

type Needs = PortsOf<'place-call'>;
type Place = (input: DialOrder, ports: Needs) => Promise<{ outcome: string }>;

interface Loaded {
  readonly record: CampaignRecord;
  readonly attempt: Attempt;
}

export const placeCall: UseCase<'place-call', Needs> = (input, ports) => {
  const ref = { campaign: campaignId(input.campaign), record: recordId(input.record) };
  return place({ ref, attempt: attemptId(input.attempt) }, ports);
};

const place: Place = async (order, ports) => {
  const [loaded, campaign] = await Promise.all([
    load(order, ports),
    ports.campaigns.load(order.ref.campaign),
  ]);
  if (loaded === undefined || !isOrdered(loaded)) return { outcome: 'no longer ordered' };
  const setting = campaignSetting(ports.definitions.definitions(), order.ref.campaign);
  const now = ports.clock.now();
  const held = await whyNot(loaded, campaign, setting, now, ports);
  if (held.refusing !== undefined || setting?.queue === undefined) {
    return takeBack(order, held.refusing ?? [noQueue], ports);
  }
  const token = await ports.throttle.take(now);
  if (!token.granted) {
    const delay = Math.max(1, Math.ceil((token.retryAt - now) / 1000));
    await ports.dialQueue.send([order], [Math.min(delay, 900)]);
    return { outcome: 'waits for its turn' };
  }
  const request = dialRequest(loaded, setting, setting.queue.id, held.agent, ports);
  const noted = await noteAsked(order, loaded, ports);
  if (noted === undefined) return { outcome: 'asked for before' };
  return store(order, noted, await dial(order, request, ports), ports);
};

/** How things stand if this run is the one that may ask Connect. */
async function noteAsked(
  order: DialOrder,
  before: Loaded,
  ports: Needs,
): Promise<Loaded | undefined> {
  let noted: Loaded | undefined;
  const note = (loaded: Loaded) => {
    if (!isOrdered(loaded)) return undefined;
    const change = attemptChange(loaded, asked(loaded.attempt, ports.clock.now()), ports);
    noted = { record: change.after, attempt: change.attempt?.after ?? loaded.attempt };
    return change;
  };
  const { outcome } = await commit(order, ports, 'noted', note, before);
  return outcome === 'noted' ? noted : undefined;
}

/** Only when Connect has placed nothing for certain may it be asked again. */
async function dial(order: DialOrder, request: DialRequest, ports: Needs): Promise<Dialed> {
  try {
    return await ports.telephony.dial(request);
  } catch (error) {
    if (error instanceof Fault && error.name === 'TelephonyUnavailable') {
      await commit(order, ports, 'to be asked again', (loaded) =>
        loaded.attempt.contact === undefined && loaded.attempt.askedAt !== undefined
          ? attemptChange(loaded, notAsked(loaded.attempt), ports)
          : undefined,
      );
    }
    throw error;
  }
}

function attemptChange({ record, attempt }: Loaded, after: Attempt, ports: Needs): Change {
  return {
    before: record,
    after: changed(record, ports.clock.now()),
    entries: [],
    attempt: { before: attempt, after: nextVersion(after) },
  };
}

const noQueue: Gate = { gate: 'campaign-queue', passed: false, saw: 'none' };

async function load({ ref, attempt }: DialOrder, ports: Needs): Promise<Loaded | undefined> {
  const [record, found] = await Promise.all([
    ports.records.load(ref),
    ports.records.loadAttempt(ref, attempt),
  ]);
  return record && found && { record, attempt: found };
}

const isOrdered = ({ record: { current }, attempt }: Loaded): boolean =>
  current?.attempt === attempt.id &&
  current.phase === 'ordered' &&
  attempt.contact === undefined &&
  attempt.askedAt === undefined;

/** The gates again, as if the order had not been given, and whether the agent it was offered to is still there. */
async function whyNot(
  { record, attempt }: Loaded,
  { state }: CampaignState,
  setting: CampaignSetting | undefined,
  now: Instant,
  ports: Needs,
): Promise<{ readonly refusing?: readonly Gate[]; readonly agent?: AgentPresence }> {
  const { verdict, gates } = mayCall({
    record: giveBack(record, attempt),
    campaignSwitch: state,
    zone: setting?.zone ?? 'UTC',
    now,
    ...(setting?.recallHours && { recallHours: setting.recallHours }),
    ...(setting?.queueHours && { queueHours: setting.queueHours }),
    ...(setting?.contact && { contact: setting.contact }),
    ...(setting?.campaign.lastDate !== undefined && { lastDate: setting.campaign.lastDate }),
  });
  if (verdict.kind !== 'call') return { refusing: gates };
  const offeredTo = record.current?.offeredTo;
  if (offeredTo === undefined) return {};
  const presences = await ports.agents.ofGroups(setting?.queue?.groups ?? []);
  const agent = presences.find((presence) => presence.agent === offeredTo);
  if (agent?.activity === 'free') return { agent };
  const saw = agent?.activity ?? 'unknown';
  return { refusing: [...gates, { gate: 'agent-free', passed: false, saw, wanted: 'free' }] };
}

/** The record is as it was before; the next tick looks at it afresh. */
function takeBack(order: DialOrder, gates: readonly Gate[], ports: Needs) {
  return commit(order, ports, 'taken back', ({ record, attempt }) =>
    isOrdered({ record, attempt })
      ? withdraw(record, attempt, gates, ports.clock.now())
      : undefined,
  );
}

function dialRequest(
  { record, attempt }: Loaded,
  { outbound, campaign }: CampaignSetting,
  queue: string,
  agent: AgentPresence | undefined,
  ports: Needs,
): DialRequest {
  const { centre } = ports.definitions.definitions();
  return {
    attempt: attempt.id,
    ref: { campaign: record.campaign, record: record.record },
    phone: attempt.phone,
    queue,
    ringFor: Math.min(60, Math.max(15, outbound.ringFor)),
    machineDetection: outbound.machineDetection,
    language: centre.languages[0] ?? 'en',
    priority: queuePriority(campaign.priority),
    ...(attempt.callerId !== undefined && { callerId: attempt.callerId }),
    ...(agent !== undefined && { agentArn: agent.arn }),
  };
}

function store(order: DialOrder, noted: Loaded, dialed: Dialed, ports: Needs) {
  const outcome = dialed.kind === 'accepted' ? 'placed' : 'refused';
  const change = ({ record, attempt }: Loaded) => {
    const now = ports.clock.now();
    const settings = callSettings(ports.definitions.definitions(), order.ref.campaign, now);
    if (dialed.kind === 'accepted') {
      return takeIn(record, attempt, { contact: dialed.contact }, settings);
    }
    return attempt.status === undefined && attempt.contact === undefined
      ? refused(record, attempt, dialed.reason, settings)
      : undefined;
  };
  return commit(order, ports, outcome, change, noted);
}

/**
 * Commits what follows from the newest state of things; undefined when nothing does.
 * @param known how things stood a moment ago: it is tried first, the version tells whether it still holds
 */
function commit(
  order: DialOrder,
  ports: Needs,
  outcome: string,
  change: (loaded: Loaded) => Change | undefined,
  known?: Loaded,
): Promise<{ outcome: string }> {
  let first = known;
  return untilCommitted(`record ${order.ref.record}`, async () => {
    const loaded = first ?? (await load(order, ports));
    first = undefined;
    const wanted = loaded && change(loaded);
    if (wanted === undefined) return { outcome: `${outcome}, known already` };
    const committed = await ports.records.commit(wanted);
    return committed === 'committed' ? { outcome } : 'conflict';
  });
}
