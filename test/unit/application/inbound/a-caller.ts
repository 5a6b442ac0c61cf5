// A customer who calls the campaign `spring`: what Connect's flow asks on their behalf, and what
// Connect tells of the call.

import { contactEvents } from '../../../../lib/application/calls/contact-events.ts';
import { answerCall } from '../../../../lib/application/inbound/answer-call.ts';
import type { Ports } from '../../../../lib/application/ports/ports.ts';
import type { TaskOutput } from '../../../../lib/application/tasks/tasks.ts';
import {
  CALL_ATTRIBUTES,
  priorityAttribute,
} from '../../../../lib/domain/calls/call-attributes.ts';
import type { AgentId } from '../../../../lib/domain/model/ids.ts';
import type { Instant } from '../../../../lib/domain/model/instant.ts';
import type { RecordEntry } from '../../../../lib/domain/model/journal.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import type { CentreInput } from '../../../support/definitions.ts';
import { at, ref } from '../../../support/records.ts';
import { aFloor, EVA, type Floor } from '../a-floor.ts';

const DIALED = '+48221230000';

/** The campaign takes calls, is switched on and has these records. */
export async function aReception(
  input: CentreInput & {
    readonly records?: readonly string[];
    readonly free?: readonly AgentId[];
  } = {},
): Promise<Floor> {
  return aFloor({ free: [], ...input, inbound: { ...input.inbound } });
}

export class Caller {
  readonly floor: Floor;
  readonly contact: string;
  readonly from: string | undefined;
  readonly attributes: Record<string, string> = { campaign: 'spring' };

  constructor(floor: Floor, from: string | undefined, contact = 'c-1') {
    this.floor = floor;
    this.from = from;
    this.contact = contact;
  }

  /** What a question of the flow carries. */
  asking() {
    const from = this.from === undefined ? {} : { from: this.from };
    return {
      campaign: 'spring',
      contact: this.contact,
      ...from,
      to: DIALED,
      attributes: { ...this.attributes },
    };
  }

  at(block: string) {
    return { ...this.asking(), ivr: 'reception', block };
  }

  async call(ports: Ports = this.floor.ports): Promise<TaskOutput<'answer-call'>> {
    const told = await answerCall({ ...this.asking(), ivr: 'reception' }, ports);
    this.learns(told);
    return told;
  }

  /** The flow copies an answer into attributes. */
  learns(told: Partial<TaskOutput<'answer-call'>>): void {
    const { identity = 'none', record = 'none', attempt = 'none' } = told;
    Object.assign(this.attributes, { identity, record, attempt });
  }

  passes(block: string, by: number): void {
    this.attributes[priorityAttribute(block)] = String(by);
  }

  set(attribute: keyof typeof CALL_ATTRIBUTES, value: string): void {
    this.attributes[CALL_ATTRIBUTES[attribute]] = value;
  }

  /** @param marks seconds after NOW */
  async connectTells(
    marks: Partial<
      Record<'enqueued' | 'connectedToAgent' | 'disconnected' | 'wrapUpEnded', number>
    >,
    more: { readonly agent?: string; readonly queue?: string } = {},
    ports: Ports = this.floor.ports,
  ): Promise<string> {
    const moments = Object.entries(marks).map(([name, seconds]): [string, Instant] => [
      name,
      at(seconds),
    ]);
    const facts = { contact: this.contact, initiated: at(0), connectedToSystem: at(0), ...more };
    const { outcome } = await contactEvents({ ...facts, ...Object.fromEntries(moments) }, ports);
    return outcome;
  }

  async hangsUp(seconds = 20): Promise<void> {
    this.floor.waitUntil(seconds);
    await this.connectTells({ disconnected: seconds });
  }

  /** Waits from 5 s, talks with the agent from 10 s to 60 s. */
  async talksWith(agent: string): Promise<void> {
    this.floor.waitUntil(60);
    const marks = { enqueued: 5, connectedToAgent: 10, disconnected: 60 };
    await this.connectTells(marks, { agent, queue: 'sales' });
  }

  /** Id of the record that stands for the call. */
  get record(): string {
    return this.attributes.record ?? 'none';
  }
}

export async function recordOf(floor: Floor, name: string): Promise<CampaignRecord> {
  return floor.record(name);
}

/** What is told of a record, from the call on. */
export async function toldOf(floor: Floor, record: string): Promise<readonly RecordEntry[]> {
  const entries = await floor.ports.journal.ofRecord(ref('spring', record));
  return entries.filter(({ type }) => type !== 'record.added');
}

export const typesOf = async (floor: Floor, record: string): Promise<readonly string[]> =>
  (await toldOf(floor, record)).map(({ type }) => type);

export async function entryOf<T extends RecordEntry['type']>(
  floor: Floor,
  record: string,
  type: T,
): Promise<Extract<RecordEntry, { type: T }> | undefined> {
  const entries = await toldOf(floor, record);
  return entries.find((entry): entry is Extract<RecordEntry, { type: T }> => entry.type === type);
}

export const phoneOf = async (floor: Floor, name: string): Promise<string> =>
  (await floor.record(name)).phones[0]?.value ?? '';

/** Somebody whose record is `ann`, on the line; eva is free. */
export async function calling(
  input: CentreInput = {},
  changes: Parameters<Floor['add']>[1] = {},
): Promise<{ floor: Floor; caller: Caller }> {
  const floor = await aReception({ free: [EVA], ...input });
  await floor.add('ann', changes);
  const caller = new Caller(floor, await phoneOf(floor, 'ann'));
  await caller.call();
  return { floor, caller };
}

/** The agent classifies that call. */
export const sold = (agent: string) => ({
  campaign: 'spring',
  record: 'ann',
  attempt: 'in-c-1',
  classifier: 'sold',
  agent,
  fields: {},
});
