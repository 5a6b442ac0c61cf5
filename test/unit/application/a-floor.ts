// A campaign under way over the ports in memory: time stands still until a test moves it.

import { switchCampaign } from '../../../lib/application/campaigns/switch-campaign.ts';
import { dialerTick } from '../../../lib/application/dialing/dialer-tick.ts';
import { placeCall } from '../../../lib/application/dialing/place-call.ts';
import type { Ports } from '../../../lib/application/ports/ports.ts';
import type { RecordStore } from '../../../lib/application/ports/record-store.ts';
import type { AgentActivity } from '../../../lib/domain/model/agent.ts';
import type { Attempt } from '../../../lib/domain/model/attempt.ts';
import type { ContactFacts } from '../../../lib/domain/model/contact-facts.ts';
import { type AgentId, agentId, campaignId } from '../../../lib/domain/model/ids.ts';
import { type Instant, plus } from '../../../lib/domain/model/instant.ts';
import type { CampaignRecord } from '../../../lib/domain/model/record.ts';
import { type MemoryPorts, memoryPorts } from '../../../lib/simulation/memory/ports.ts';
import { type CentreInput, definitions } from '../../support/definitions.ts';
import { addition, aRecord, at, NOW, ref } from '../../support/records.ts';

export const SPRING = campaignId('spring');
export const EVA = agentId('eva');
export const TOM = agentId('tom');

/** As they come from Connect: everything known so far. */
export const rangOut = (facts: Pick<ContactFacts, 'contact'>): ContactFacts => ({
  ...facts,
  initiated: at(1),
  disconnected: at(26),
  disconnectReason: 'TELECOM_UNANSWERED',
});
export const talkedTo = (facts: Pick<ContactFacts, 'contact'>, agent: AgentId): ContactFacts => ({
  ...facts,
  initiated: at(1),
  connectedToSystem: at(10),
  enqueued: at(10),
  connectedToAgent: at(11),
  disconnected: at(60),
  disconnectReason: 'CUSTOMER_DISCONNECT',
  agent,
});

const NO_TOKEN: Ports['throttle'] = {
  take: async (now) => ({ granted: false, retryAt: plus(now, 1) }),
  takeUpTo: async () => 0,
};

export class Floor {
  readonly ports: MemoryPorts;
  private time: Instant = NOW;

  constructor(input: CentreInput = {}) {
    const now = () => this.time;
    this.ports = memoryPorts({ time: { now }, definitions: definitions(input) });
  }

  /** @param seconds after NOW */
  waitUntil(seconds: number): void {
    this.time = at(seconds);
  }

  switchTo(to: 'running' | 'paused' | 'ended' | 'off', campaign = 'spring') {
    return switchCampaign({ campaign, to, by: 'olga' }, this.ports);
  }

  async add(name: string, changes: Partial<CampaignRecord> = {}): Promise<CampaignRecord> {
    const n = [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1e6, 7);
    const phones = [{ value: `+48600${String(n).padStart(6, '0')}`, isDefault: true }];
    const record = aRecord(name, { phones, ...changes });
    await this.ports.records.commit(addition(record));
    return record;
  }

  async agent(agent: AgentId, activity: AgentActivity = 'free'): Promise<void> {
    const since = this.time;
    const presence = { agent, arn: `arn:${agent}`, group: 'team', activity, since };
    await this.ports.agents.put({ ...presence, eventAt: since });
  }

  tick(campaign = 'spring') {
    return dialerTick({ campaign }, this.ports);
  }

  /** A tick that finds no token: its orders wait in the dial queue. */
  order(campaign = 'spring') {
    return dialerTick({ campaign }, { ...this.ports, throttle: NO_TOKEN });
  }

  async record(name: string): Promise<CampaignRecord> {
    const found = await this.ports.records.load(ref('spring', name));
    if (found === undefined) throw new Error(`no record ${name}`);
    return found;
  }

  async attempt(name: string): Promise<Attempt> {
    const last = this.ports.records.attemptsOf(ref('spring', name)).at(-1);
    if (last === undefined) throw new Error(`${name} was never ordered`);
    return last;
  }

  async entries(name: string): Promise<readonly string[]> {
    const entries = await this.ports.journal.ofRecord(ref('spring', name));
    return entries.map(({ type }) => type);
  }

  /** Places what waits in the dial queue. */
  async placeAll(): Promise<readonly string[]> {
    const outcomes: string[] = [];
    for (const { body } of [...this.ports.dialQueue.sent]) {
      const { outcome } = await placeCall({ ...body.ref, attempt: body.attempt }, this.ports);
      outcomes.push(outcome);
    }
    return outcomes;
  }
}

export interface Setup extends CentreInput {
  readonly records?: readonly string[];
  readonly free?: readonly AgentId[];
}

/** The campaign `spring`, running. */
export async function aFloor({ records = [], free = [EVA], ...input }: Setup = {}): Promise<Floor> {
  const floor = new Floor(input);
  const switched = await floor.switchTo('running');
  if (switched.kind === 'refused') throw new Error(switched.reasons.join('; '));
  for (const name of records) await floor.add(name);
  for (const agent of free) await floor.agent(agent);
  return floor;
}

/** Ports whose record store loses to another writer `times` times. */
export function contended(ports: Ports, times: number): Ports {
  let left = times;
  const records: RecordStore = {
    ...ports.records,
    commit: async (change) => (left-- > 0 ? 'conflict' : ports.records.commit(change)),
  };
  return { ...ports, records };
}

/** Ports whose record store dies right after a commit of which `when` holds. */
export function dyingAfter(ports: Ports, when: (after: CampaignRecord) => boolean): Ports {
  const records: RecordStore = {
    ...ports.records,
    async commit(change) {
      const committed = await ports.records.commit(change);
      if (when(change.after)) throw new Error('killed');
      return committed;
    },
  };
  return { ...ports, records };
}
