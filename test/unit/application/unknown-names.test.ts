// A name from outside (of a campaign, a queue, an IVR, a classifier …) that every JavaScript object
// has a member of gets the same answer as any other name nobody knows: for every task of the
// catalogue, at every place of its input.

import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TASKS, type TaskName } from '../../../lib/application/tasks/tasks.ts';
import { campaignId, contactId } from '../../../lib/domain/model/ids.ts';
import type { Definitions } from '../../../lib/language/definitions.ts';
import { USE_CASES } from '../../../lib/simulation/centre/use-cases.ts';
import { type MemoryPorts, memoryPorts } from '../../../lib/simulation/memory/ports.ts';
import { exampleFolder, loadExample } from '../../support/example.ts';
import { anAttempt, aRecord, NOW, taken } from '../../support/records.ts';

const UNKNOWN = 'nobody-knows';
const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
const CONTACT = 'c1';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Schema = Readonly<Record<string, unknown>>;
type Known = Readonly<Record<string, string>>;
/** A place in an input: a property by its name, an entry of a list by its index. */
type Place = readonly (string | number)[];

let centres: readonly Definitions[] = [];

beforeAll(async () => {
  const folders = ['medika-reception', 'clinic-recall'];
  centres = await Promise.all(
    // As plain objects, as JSON has them.
    folders.map(async (name) =>
      structuredClone((await loadExample(exampleFolder(name))).definitions),
    ),
  );
});

describe('a name that every object has a member of', () => {
  it.each(Object.keys(TASKS) as TaskName[])('is unknown to %s like any other', async (task) => {
    let asked = 0;
    for (const centre of centres) {
      for (const known of knownNames(task, centre)) {
        const input = sample(z.toJSONSchema(TASKS[task].input, { io: 'input' }), known);
        for (const place of textPlaces(input)) {
          const usual = await answerOf(task, put(input, place, UNKNOWN), centre);
          for (const name of INHERITED) {
            if (name === '__proto__' && place.at(-1) === KEY) continue; // zod drops that key
            const answer = await answerOf(task, put(input, place, name), centre);
            expect([task, place, name, plain(answer, name)]).toEqual([
              task,
              place,
              name,
              plain(usual, UNKNOWN),
            ]);
            asked++;
          }
        }
      }
    }
    const takesText =
      textPlaces(sample(z.toJSONSchema(TASKS[task].input, { io: 'input' }), {})).length > 0;
    expect(asked > 0).toBe(takesText);
  });
});

/** Stands for the key of a dictionary's one entry. */
const KEY = '<key>';

/** What an input may name that is there: each block of an IVR, each queue, once. */
function knownNames(task: TaskName, { campaigns, ivrs, queues, groups }: Definitions): Known[] {
  const campaign = Object.entries(campaigns).find(([, one]) => one.channels.inbound) ?? [];
  const id = campaign[0] ?? Object.keys(campaigns)[0] ?? '';
  const settings = campaigns[id];
  const ivr = settings?.channels.inbound?.ivr ?? '';
  const blocks = Object.keys(ivrs[ivr]?.blocks ?? {});
  const takesBlock = JSON.stringify(z.toJSONSchema(TASKS[task].input, { io: 'input' })).includes(
    '"block"',
  );
  const names = {
    campaign: id,
    ivr,
    record: 'ann',
    attempt: 'a1',
    contact: CONTACT,
    from: '+48221000001',
    queue: Object.keys(queues)[0] ?? '',
    group: Object.keys(groups)[0] ?? '',
    agent: Object.values(groups)[0]?.agents[0] ?? '',
    classifier: Object.keys(settings?.classifiers ?? {})[0] ?? '',
  };
  if (!takesBlock) return [names];
  return blocks.map((block) => ({ ...names, block }));
}

/** A valid input, with what is known put in by the names of the properties. */
function sample(schema: unknown, known: Known, property = ''): Json {
  const { type, properties, additionalProperties, items, anyOf, oneOf, ...rest } = schema as Schema;
  const [first] = (anyOf ?? oneOf ?? []) as unknown[];
  if (first !== undefined) return sample(first, known, property);
  if (rest.const !== undefined) return rest.const as Json;
  if (Array.isArray(rest.enum)) return rest.enum[0] as Json;
  if (type === 'string') return known[property] ?? 'x';
  if (type === 'number' || type === 'integer') return 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [sample(items, known)];
  const entries = Object.entries((properties ?? {}) as Schema).map(
    ([name, inner]): [string, Json] => [name, sample(inner, known, name)],
  );
  if (typeof additionalProperties === 'object' && additionalProperties !== null)
    entries.push(['x', sample(additionalProperties, known)]);
  return Object.fromEntries(entries);
}

/** Every text of the input, and every key of its dictionaries. */
function textPlaces(value: Json, place: Place = []): readonly Place[] {
  if (typeof value === 'string') return [place];
  if (typeof value !== 'object' || value === null) return [];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => [
    ...textPlaces(inner, [...place, key]),
    ...(key === 'x' ? [[...place, KEY]] : []),
  ]);
}

function put(value: Json, [step, ...rest]: Place, name: string): Json {
  if (step === undefined) return name;
  if (Array.isArray(value))
    return value.map((item, i) => (i === step ? put(item, rest, name) : item));
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    entries.map(([key, item]) => {
      if (step === KEY && key === 'x') return [name, item];
      return [key, key === step ? put(item, rest, name) : item];
    }),
  );
}

/** What the task answers or throws, and what it leaves behind. */
async function answerOf(task: TaskName, input: Json, definitions: Definitions): Promise<unknown> {
  const ports = await someWork(definitions);
  const schema: z.ZodType = TASKS[task].input;
  const run = USE_CASES[task] as (input: unknown, ports: unknown) => Promise<unknown>;
  try {
    const answer = await run(schema.parse(input), ports);
    return { answer, left: left(ports) };
  } catch (error) {
    return { error: String(error), left: left(ports) };
  }
}

/** A record in a call, of the campaign that takes calls or else of the first. */
async function someWork(definitions: Definitions): Promise<MemoryPorts> {
  const ports = memoryPorts({ time: { now: () => NOW }, definitions });
  const { campaigns } = definitions;
  const inbound = Object.keys(campaigns).find((id) => campaigns[id]?.channels.inbound);
  const campaign = campaignId(inbound ?? Object.keys(campaigns)[0] ?? '');
  const before = { ...aRecord('ann'), campaign };
  const after = { ...taken(before), campaign };
  const attempt = anAttempt(after, 'a1', { campaign, contact: contactId(CONTACT) });
  await ports.records.commit({ before: undefined, after: before, entries: [] });
  await ports.records.commit({
    before,
    after,
    entries: [],
    attempt: { before: undefined, after: attempt },
  });
  return ports;
}

function left({ definitions, records, dialQueue, tickQueue, sms, email }: MemoryPorts) {
  const campaigns = Object.keys(definitions.definitions().campaigns).map(campaignId);
  const all = campaigns.flatMap((campaign) => [...records.all(campaign)]);
  return {
    records: all.map((record) => [record, records.attemptsOf(record), records.messagesOf(record)]),
    sent: [dialQueue.sent, tickQueue.sent, sms.sent, email.sent],
  };
}

/** The answer without the name that was asked for, and without what is hashed from it. */
const plain = (answer: unknown, name: string): string =>
  JSON.stringify(answer)
    .replaceAll(name, '<name>')
    .replaceAll(/\b[0-9a-f]{16,}\b/g, '<hash>');
