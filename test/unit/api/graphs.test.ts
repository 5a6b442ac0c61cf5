import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../lib/compiler/compile-rule.ts';
import { definitionsVersion } from '../../../lib/compiler/definitions-version.ts';
import { type MemoryPorts, memoryPorts } from '../../../lib/simulation/memory/ports.ts';
import { VirtualClock } from '../../../lib/simulation/virtual-clock.ts';
import { anApi, apiOver, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';
import { addition, aRecord, at, changed, NOW } from '../../support/records.ts';

const ewa = tokenOf.supervisor('ewa');

it('rules and IVRs are listed with how many tiles they have, and read with their positions', async () => {
  const api = anApi(definitions({ inbound: {} }));

  const list = await api.ask(ewa, 'listGraphs');
  const read = await api.ask(ewa, 'readGraph', { params: { kind: 'rule', id: 'rule' } });

  const { items } = list.body as { items: readonly { kind: string; tiles: number }[] };
  expect(items.map(({ kind }) => kind)).toEqual(['rule', 'ivr']);
  expect(read.body).toMatchObject({ kind: 'rule', id: 'rule', tiles: items[0]?.tiles });
  expect((read.body as { nodes: unknown[] }).nodes).toHaveLength(items[0]?.tiles ?? 0);
});

it('a graph that is none is not found, nor a rule among IVRs', async () => {
  const api = anApi(definitions());

  const answers = await Promise.all(
    [
      { kind: 'rule', id: 'other' },
      { kind: 'ivr', id: 'rule' },
    ].map((params) => api.ask(ewa, 'readGraph', { params })),
  );

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

it('the scenarios beside a rule are told as they were played, and those of others are not', async () => {
  const step = { tile: 'status', call: 1, facts: [{ name: 'status', value: 'busy' }] } as const;
  const about = { file: 'rules/rule.test.yaml', line: 3, passed: true, steps: [step] };
  const scenarios = [
    { kind: 'rule', of: 'rule', name: 'busy', ...about },
    { kind: 'ivr', of: 'rule', name: 'other', ...about },
  ] as const;
  const ports = memoryPorts({
    time: new VirtualClock(NOW),
    definitions: definitions(),
    scenarios,
  });

  const api = apiOver(ports);
  const { body } = await api.ask(ewa, 'listScenarios', { params: { kind: 'rule', id: 'rule' } });
  const none = await api.ask(ewa, 'listScenarios', { params: { kind: 'ivr', id: 'other' } });

  expect(body).toEqual({ items: [{ name: 'busy', ...about }] });
  expect(none.status).toBe(404);
});

it('a supervisor reads which state of the files is deployed, and where they can be read', async () => {
  const sources = 'https://git.example.org/blob/{commit}/{path}#L{line}';
  const plain = definitions();
  const centre = { ...plain, centre: { ...plain.centre, sources } };

  const { body } = await anApi(centre).ask(ewa, 'readDeployment');

  expect(body).toEqual({ version: definitionsVersion(centre), sources });
});

const DAY = 86_400;

/** A rule decides about a new record. */
async function decided(ports: MemoryPorts, name: string, version: string, seconds = 0) {
  const record = aRecord(name);
  await ports.records.commit(addition(record));
  const path = ['status', 'done'];
  const about = { attempt: `${name}-1`, rule: 'rule', version, path, values: { status: 'busy' } };
  await ports.records.commit({
    before: record,
    after: changed(record),
    entries: [{ type: 'rule.applied', at: at(seconds), ...about }],
  });
}

describe('how many went which way', () => {
  const people = { ewa: { email: 'ewa@example.org' }, jan: { email: 'jan@example.org' } };
  const centre = definitions({ campaign: { supervisors: ['ewa'] }, supervisors: people });
  const params = { kind: 'rule', id: 'rule' };
  const [rule] = compileRules(centre);
  const version = rule?.version ?? '';

  it('is told of today, the version that is drawn first, and of another day when asked', async () => {
    const api = anApi(centre);
    await decided(api.ports, 'ann', 'before');
    await decided(api.ports, 'bob', version);
    await decided(api.ports, 'cid', version);
    await decided(api.ports, 'dan', version, DAY);

    const today = await api.ask(ewa, 'readGraphCounts', { params });
    const tomorrow = await api.ask(ewa, 'readGraphCounts', {
      params,
      query: { day: '2026-03-03' },
    });
    const nobody = await api.ask(ewa, 'readGraphCounts', { params, query: { campaign: 'other' } });

    const ways = [{ from: 'status', to: 'done', count: 2 }];
    expect(today.body).toMatchObject({
      day: '2026-03-02',
      items: [
        { version, count: 2, tiles: { status: 2, done: 2 }, ways },
        { version: 'before', count: 1 },
      ],
    });
    expect(tomorrow.body).toMatchObject({ items: [{ version, count: 1 }] });
    expect(nobody.body).toMatchObject({ items: [] });
  });

  it('leaves out campaigns that do not name the supervisor', async () => {
    const api = anApi(centre);
    await decided(api.ports, 'ann', version);

    const { body } = await api.ask(tokenOf.supervisor('jan'), 'readGraphCounts', { params });

    expect(body).toMatchObject({ items: [] });
  });

  it('and the way of one record is on its timeline, with what conditions saw', async () => {
    const api = anApi(centre);
    await decided(api.ports, 'ann', version);

    const { body } = await api.ask(ewa, 'readTimeline', {
      params: { campaign: 'spring', record: 'ann' },
    });

    const { items } = body as { items: readonly { type: string; ran?: unknown }[] };
    const attempt = 'ann-1';
    expect(items.map(({ ran }) => ran)).toEqual([
      undefined,
      { rule: 'rule', version, attempt, path: ['status', 'done'], values: { status: 'busy' } },
    ]);
  });
});
