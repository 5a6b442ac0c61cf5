// What a run uses of AWS, in the units AWS bills. Requests are counted where a use case calls a
// port: every port is wrapped, and the requests an AWS adapter makes for each call are listed here
// and checked against the adapters by a test. Items are billed by size: of every so many the JSON
// is measured, and the mean stands for the others.

import type { Ports } from '../../application/ports/ports.ts';
import { QuietFlights } from '../../application/quiet-flights.ts';
import type { TaskName } from '../../application/tasks/tasks.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { keyShardsOf } from '../../domain/campaigns/key-shards.ts';
import {
  agentPools,
  callRateLead,
  countsBegun,
  keptWith,
} from '../../domain/dialing/agent-pool.ts';
import { beginsContact, type Change, leavesRecord } from '../../domain/model/change.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { recordOwner } from '../../domain/model/journal-line.ts';
import { lookUpFields } from '../../domain/records/look-up.ts';
import { isDueSoon } from '../../domain/records/rest.ts';
import { Blocks, MEASURED, sizeAsJson } from './blocks.ts';
import { indexWrites, itemsOf } from './items-written.ts';

const READ_BYTES = 4096;
const WRITE_BYTES = 1024;
/** Of the states of campaigns, which grow, one of so many is measured. */
const STATES_MEASURED = 4;
/** Size of what the pacing has learned by the size of its JSON, as measured over a campaign. */
const COMPRESSED = 0.283;
/** Kilobytes up to which a campaign's state is one item (lib/aws/dynamodb/learned-parts.ts). */
const STATE_BLOCKS = 16;
/** A number is looked up under its pseudonym of today and under that of before. */
const PSEUDONYMS = 2;
/**
 * Queries for the records that are due, with two ranks in use (lib/aws/dynamodb/due-records.ts);
 * so many of every key a rank is spread over.
 */
const DUE_BUCKETS = 2;
/** So many agents are read by key (lib/aws/dynamodb/seen-agents.ts). */
const SEEN_AGENTS = 24;
/** Contacts whose record is remembered. */
const OWNERS_KNOWN = 1000;
/** Messages SQS takes at once. */
const SQS_BATCH = 10;

export interface Usage {
  reads: number;
  writes: number;
  /** Requests to SQS that send; what receives and deletes follows from the invocations. */
  sends: number;
  /** Invocations by task. */
  readonly runs: Map<TaskName, number>;
}

export const noUsage = (): Usage => ({ reads: 0, writes: 0, sends: 0, runs: new Map() });

/** Bytes of a value in a table: entries of the journal are texts, all else are maps. */
function sizeInTable(value: unknown): number {
  if (typeof value === 'number') return 1 + Math.ceil(String(value).length / 2);
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + (each === undefined ? 0 : 1 + name.length + sizeInTable(each)),
    3,
  );
}

/** Keys and the place in the index beside what is kept. */
const BESIDE = 120;
const sizeOfItem = (item: unknown): number =>
  BESIDE + (Array.isArray(item) ? sizeAsJson(item) : sizeInTable(item));

/** What the pacing has learned is stored compressed (lib/aws/dynamodb/campaign-store.ts). */
function sizeOfState(item: unknown): number {
  const { pacing, ...state } = item as CampaignState;
  return sizeAsJson(state) + (pacing === undefined ? 0 : sizeAsJson(pacing) * COMPRESSED);
}

/** The ports, counting what they would use of AWS. */
export function metered(ports: Ports, usage: Usage): Ports {
  const written = new Blocks(WRITE_BYTES, MEASURED, sizeOfItem);
  const sizes = new Blocks(1);
  const read = (units: number) => {
    usage.reads += units;
  };
  const one = <T>(found: Promise<T>): Promise<T> => {
    read(1);
    return found;
  };
  /** A query reads half a unit for every 4 KB, half a unit at least. */
  const query = async <T>(kind: string, found: Promise<readonly T[]>, queries = 1) => {
    const items = await found;
    const bytes = items.length === 0 ? 0 : items.length * sizes.of(kind, items[0]);
    read(queries * 0.5 * Math.max(1, Math.ceil(bytes / queries / READ_BYTES)));
    return items;
  };
  const { records, campaigns, agents, throttle, dialQueue, tickQueue, lines, ledger } = ports;
  const definitions = ports.definitions.definitions();
  // readers read all keys that a thing is spread over
  const shards = keyShardsOf(definitions);
  const rateLead = callRateLead(definitions);
  const pools = agentPools(definitions);
  /** Records in flight that were read by key just now. */
  let justRead: ReadonlySet<string> = new Set();
  /** Contacts that no tick orders are counted, each campaign once. */
  const countBegun = (changes: readonly Change[]) => {
    const begun = new Set(changes.filter(beginsContact).map(({ after }) => after.campaign));
    for (const id of begun) if (countsBegun(ports.definitions.definitions(), id)) usage.writes++;
  };
  /** Records that come to be due soon are counted, each campaign once. */
  const countDueSoon = (changes: readonly Change[]) => {
    const soon = changes.filter((change) => !leavesRecord(change) && isDueSoon(change, shards > 1));
    usage.writes += new Set(soon.map(({ after }) => after.campaign)).size;
  };
  const known = new Set<string>();
  const quiet = new QuietFlights();
  /** A function asks once whose call a contact is. */
  const isAsked = (contact: string): boolean => {
    if (known.has(contact)) return false;
    if (known.size === OWNERS_KNOWN) known.clear();
    known.add(contact);
    return true;
  };
  /** Agents of the groups asked for together, and whether they were read by key just now. */
  const seen = new Map<string, number>();
  let isSeen = false;
  const joined = new Set<string>();
  const fieldsOf =
    ({ after }: Change) =>
    () =>
      lookUpFields(ports.definitions.definitions(), after.campaign);
  const unitsOf = (change: Change): number => {
    const items = itemsOf(change, fieldsOf(change));
    // one item alone needs no transaction
    const each = items.length === 1 ? 1 : 2;
    return items.reduce(
      (units, { kind, item }) => units + each * written.of(kind, item),
      indexWrites(change) * written.mean(items[0]?.kind ?? 'record'),
    );
  };
  /** They share a write of the counters. */
  const countTogether = (changes: readonly Change[]): void => {
    const counting = changes.filter((change) =>
      itemsOf(change, fieldsOf(change)).some(({ kind }) => kind === 'counts'),
    );
    const counters = 2 * Math.max(0, counting.length - 1);
    usage.writes += changes.reduce((sum, change) => sum + unitsOf(change), 0) - counters;
  };
  const states = new Blocks(WRITE_BYTES, STATES_MEASURED, sizeOfState);
  /** The state in the transaction of the orders, and the fence of the pool's lead. */
  const countTurn = (state: CampaignState, lead: CampaignId): void => {
    const units = states.of('state', state);
    const others = state.campaign === lead ? 0 : states.mean('state');
    usage.writes += 2 * (units + (others > STATE_BLOCKS ? 1 : others));
  };
  return {
    ...ports,
    records: {
      load: (ref) => one(records.load(ref)),
      loadAttempt: (ref, attempt) => one(records.loadAttempt(ref, attempt)),
      loadAttempts(calls) {
        // the record as well, in which it may lie
        const known = calls.filter(({ ref }) => justRead.has(recordOwner(ref)));
        read(2 * calls.length - known.length);
        justRead = new Set();
        return records.loadAttempts(calls);
      },
      lastRead: (ref, attempt) => records.lastRead(ref, attempt),
      lastSent: (ref, message) => records.lastSent(ref, message),
      loadMessage: (ref, message) => one(records.loadMessage(ref, message)),
      findByContact(contact) {
        if (isAsked(contact)) read(1);
        return records.findByContact(contact);
      },
      unhandled: (campaign, agent, limit) =>
        query('record', records.unhandled(campaign, agent, limit)),
      setAside: (campaign, limit) => query('record', records.setAside(campaign, limit)),
      withAgent: (agent) => query('attempt', records.withAgent(agent)),
      unclaimed: (campaign, limit) => query('attempt', records.unclaimed(campaign, limit)),
      waitingFor: (agent, limit) => query('record', records.waitingFor(agent, limit)),
      lookUp: (campaign, by) => query('record', records.lookUp(campaign, by), PSEUDONYMS),
      commit(change) {
        usage.writes += unitsOf(change);
        countBegun([change]);
        countDueSoon([change]);
        return records.commit(change);
      },
      ask(change, passings, now) {
        // the message with its place in the index, and a line each
        usage.writes += 2 * written.of('message', change.messages?.[0]?.after) + 1;
        usage.writes += 2 * passings.length;
        return records.ask(change, passings, now);
      },
      add(changes) {
        countTogether(changes);
        countBegun(changes);
        countDueSoon(changes);
        return records.add(changes);
      },
      commitEach(changes) {
        countTogether(changes);
        countBegun(changes);
        countDueSoon(changes);
        return records.commitEach(changes);
      },
      async orderEach(changes, turn) {
        countTogether(changes);
        const ordering = await records.orderEach(changes, turn);
        if (ordering.state) countTurn(ordering.state, turn.lead);
        return ordering;
      },
      due: (campaign, until, limit) => {
        read(shards); // the list of ranks
        return query('record', records.due(campaign, until, limit), DUE_BUCKETS * shards);
      },
      async look(campaign, now, limit, turn) {
        const look = await records.look(campaign, now, limit, turn);
        await query('record', Promise.resolve(look.due), DUE_BUCKETS * shards);
        return look;
      },
      dueAhead: (campaign, now) => records.dueAhead(campaign, now),
      dueSoon(campaign, now) {
        read(shards);
        return records.dueSoon(campaign, now);
      },
      underWay: (campaign) => query('record', records.underWay(campaign), shards),
      underWayIn(campaigns) {
        const keys = new Set(campaigns.map((each) => keptWith(definitions, each)));
        return query('record', records.underWayIn(campaigns), keys.size * shards);
      },
      async someUnderWay(campaign, limit) {
        if (shards > 1) return { calls: [], isAll: false };
        const found = await records.someUnderWay(campaign, limit);
        await query('record', Promise.resolve(found.calls));
        return found;
      },
      underWayOf(refs) {
        read(refs.length);
        justRead = new Set(refs.map(recordOwner));
        return records.underWayOf(refs);
      },
      begun(campaign, now) {
        // with what is due soon, which is asked of the lead anyway
        if (!pools.some(({ lead }) => lead === campaign)) read(shards);
        return records.begun(campaign, now);
      },
      inFlight: (campaign) => query('record', records.inFlight(campaign), shards),
      async overdue(campaign, now, begun) {
        const late = await records.overdue(campaign, now, begun);
        if (quiet.isQuiet(campaign, begun, now)) return late;
        const inFlight = await query('record', records.inFlight(campaign), shards);
        quiet.looked(campaign, begun, inFlight.length, now);
        return late;
      },
      hangingMessages: (campaign, before) =>
        query('message', records.hangingMessages(campaign, before)),
      async kept(ref) {
        const kept = await records.kept(ref);
        await query('attempt', Promise.resolve([...kept.attempts, ...kept.messages]));
        return kept;
      },
      toErase: (campaign, now) => query('record', records.toErase(campaign, now)),
      counts(campaign) {
        read(shards);
        return records.counts(campaign);
      },
    },
    campaigns: meteredCampaigns(campaigns, usage, states),
    agents: {
      put(presence) {
        // most events change the presence; the first of an agent is a transaction of three items
        usage.writes += joined.has(presence.agent) ? 1 : 6;
        if (!joined.has(presence.agent)) read(1);
        joined.add(presence.agent);
        return agents.put(presence);
      },
      ofGroupsSeen(groups) {
        const count = seen.get(String(groups)) ?? Number.POSITIVE_INFINITY;
        isSeen = count <= SEEN_AGENTS;
        if (isSeen) read(groups.length + count);
        return agents.ofGroupsSeen(groups);
      },
      async ofGroups(groups) {
        const found = agents.ofGroups(groups);
        seen.set(String(groups), (await found).length);
        if (!isSeen) await query('presence', found, Math.max(1, groups.length) * shards);
        isSeen = false;
        return found;
      },
    },
    ledger: {
      ...ledger,
      standings(addresses) {
        read(1 + addresses.length); // the list of prefixes, too
        return ledger.standings(addresses);
      },
      under(names) {
        read(2); // a number and the list of prefixes
        return ledger.under(names);
      },
    },
    jobs: {
      ...ports.jobs,
      change(before, after) {
        usage.writes++;
        return ports.jobs.change(before, after);
      },
    },
    throttle: {
      async take(now) {
        const taken = await throttle.take(now);
        if (taken.granted) usage.writes += rateLead === undefined ? 1 : states.mean('state');
        return taken;
      },
      async takeUpTo(now, most) {
        const count = await throttle.takeUpTo(now, most);
        // where the rate is kept with the pool they are taken with the orders
        if (count > 0 && rateLead === undefined) usage.writes++;
        return count;
      },
    },
    lines: {
      ...lines,
      turn(line, units, now) {
        usage.writes++;
        return lines.turn(line, units, now);
      },
    },
    smsQueue: meteredQueue(ports.smsQueue, usage),
    emailQueue: meteredQueue(ports.emailQueue, usage),
    dialQueue: {
      send(orders, delays) {
        usage.sends += Math.ceil(orders.length / SQS_BATCH);
        return dialQueue.send(orders, delays);
      },
    },
    tickQueue: {
      send(campaign, delays, tells) {
        usage.sends += Math.ceil(delays.length / SQS_BATCH);
        return tickQueue.send(campaign, delays, tells);
      },
      sendEach(campaign, ticks) {
        usage.sends += Math.ceil(ticks.length / SQS_BATCH);
        return tickQueue.sendEach(campaign, ticks);
      },
    },
  };
}

const meteredQueue = (queue: Ports['emailQueue'], usage: Usage): Ports['emailQueue'] => ({
  send(order, delay) {
    usage.sends++;
    return queue.send(order, delay);
  },
});

/**
 * The state of a campaign and the fence of its pool lie on one item, which is written as a whole.
 */
function meteredCampaigns(
  campaigns: Ports['campaigns'],
  usage: Usage,
  written: Blocks,
): Ports['campaigns'] {
  const readBlocks = new Blocks(READ_BYTES, STATES_MEASURED, sizeOfState);
  /** Of the state's own item, where what its ticks remember may lie beside it. */
  const own = (units: number) => (units > STATE_BLOCKS ? 1 : units);
  return {
    async load(campaign) {
      const state = await campaigns.load(campaign);
      usage.reads += readBlocks.of('state', state);
      return state;
    },
    switchOf(campaign) {
      const blocks = readBlocks.mean('state');
      usage.reads += blocks * READ_BYTES > STATE_BLOCKS * WRITE_BYTES ? 1 : blocks;
      return campaigns.switchOf(campaign);
    },
    async seeTick(campaign) {
      const tick = await campaigns.seeTick(campaign);
      usage.reads += readBlocks.of('state', tick.state);
      return tick;
    },
    commit(before, after, entries) {
      const units = written.of('state', after);
      const isOne = entries.length === 0 && units <= STATE_BLOCKS;
      usage.writes += isOne ? units : 2 * (units + entries.length);
      return campaigns.commit(before, after, entries);
    },
    listRunning(lead, fence, running) {
      usage.writes += own(written.mean('state'));
      return campaigns.listRunning(lead, fence, running);
    },
  };
}
