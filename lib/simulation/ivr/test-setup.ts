// The set-up of one test: ports in memory, filled with what the test gives.

import type { ServiceAnswer } from '../../application/ports/services.ts';
import { byName, compileIvr } from '../../compiler/ivr/compile-ivr.ts';
import type { CompiledIvr } from '../../compiler/ivr/compiled-ivr.ts';
import { agentId, campaignId, contactId, recordId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { IvrTest } from '../../language/schema/ivr-test.ts';
import { type MemoryPorts, memoryPorts } from '../memory/ports.ts';
import { secretsNamedIn } from '../memory/secrets.ts';
import type { CallClock } from './call-progress.ts';
import { agentArn } from './who-may-answer.ts';

export type GivenFacts = IvrTest['given'];

export interface TestSetup {
  readonly ports: MemoryPorts;
  readonly clock: CallClock;
  readonly agents: readonly string[];
  /** Ids of the records that existed before the call. */
  readonly records: readonly string[];
  readonly asks: (block: string | undefined) => void;
}

/** The compiled flows of a campaign, with names instead of ARNs, and its own numbers by id. */
export function compiledByName(
  definitions: Definitions,
  campaign: string,
): { readonly compiled: CompiledIvr; readonly numbers: Readonly<Record<string, string>> } {
  const references = byName(definitions);
  const ids = Object.keys(definitions.centre.numbers);
  const numbers = Object.fromEntries(ids.map((id) => [id, references.number(id)]));
  return { compiled: compileIvr(definitions, campaign, references), numbers };
}

export async function testSetup(
  definitions: Definitions,
  campaign: string,
  given: GivenFacts,
  begins: Instant,
): Promise<TestSetup> {
  let now = begins;
  const services = givenAnswers(given.answers);
  const ports = memoryPorts({
    time: { now: () => now },
    definitions,
    services: () => services.next(),
    secrets: secretsNamedIn(definitions),
  });
  const agents = given.agents ?? Object.values(definitions.groups).flatMap((group) => group.agents);
  await logIn(ports, definitions, agents, now);
  const records = given.records.map((one, index) => givenRecord(one, index, campaign, now));
  for (const after of records)
    await ports.records.commit({ before: undefined, after, entries: [] });
  await fillPaths(ports, definitions, campaign, given.over, now);
  return {
    ports,
    clock: {
      now: () => now,
      set: (at) => {
        now = at;
      },
    },
    agents,
    records: records.map(({ record }) => record),
    asks: services.asks,
  };
}

/** Answers per block, in order; the last one is repeated. */
function givenAnswers(answers: GivenFacts['answers']) {
  const turns = new Map<string, number>();
  let asking = '';
  return {
    asks: (block: string | undefined) => {
      asking = block ?? '';
    },
    next: (): ServiceAnswer | undefined => {
      const given = Object.hasOwn(answers, asking) ? answers[asking] : answers.authorisation;
      const list = Array.isArray(given) ? given : [given];
      const turn = turns.get(asking) ?? 0;
      turns.set(asking, turn + 1);
      const body: unknown = list[Math.min(turn, list.length - 1)];
      if (body === undefined) return undefined;
      if (body === 'failed') return { kind: 'failed', because: 'the test says so' };
      return { kind: 'answered', status: 200, body };
    },
  };
}

async function logIn(
  ports: MemoryPorts,
  { groups }: Definitions,
  agents: readonly string[],
  now: Instant,
): Promise<void> {
  for (const [group, { agents: members }] of Object.entries(groups)) {
    for (const agent of members.filter((name) => agents.includes(name))) {
      await ports.agents.put({
        agent: agentId(agent),
        arn: agentArn(agent),
        group,
        activity: 'free',
        since: now,
        eventAt: now,
      });
    }
  }
}

const DAY_MS = 86_400_000;

/** A record that was contacted the day before. */
function givenRecord(
  given: GivenFacts['records'][number],
  index: number,
  campaign: string,
  now: Instant,
): CampaignRecord {
  const before = instant(now - DAY_MS - index);
  return {
    campaign: campaignId(campaign),
    record: recordId(`record-${index + 1}`),
    version: 1,
    state: 'unhandled',
    phones: [{ value: given.phone, isDefault: true }],
    emails: given.email === undefined ? [] : [{ value: given.email, isDefault: true }],
    fields: given.fields,
    parameters: {},
    privateTo: given.privateTo === undefined ? undefined : agentId(given.privateTo),
    lastAgent: given.lastAgent === undefined ? undefined : agentId(given.lastAgent),
    weight: given.weight,
    attempts: 1,
    endings: {},
    success: false,
    rule: { passes: {} },
    origin: { kind: 'person', by: 'test' },
    createdAt: before,
    updatedAt: before,
  };
}

/** Other calls occupy every place in the path. */
async function fillPaths(
  ports: MemoryPorts,
  { campaigns, ivrs }: Definitions,
  campaign: string,
  over: readonly string[],
  now: Instant,
): Promise<void> {
  const ivr = campaigns[campaign]?.channels.inbound?.ivr ?? '';
  for (const block of over) {
    const found = ivrs[ivr]?.blocks[block];
    const most = found?.kind === 'overflow' ? found.most : 0;
    for (let n = 0; n < most; n++) {
      const place = { campaign: campaignId(campaign), ivr, block };
      await ports.slots.take(place, contactId(`other-${n}`), most, now);
    }
  }
}
