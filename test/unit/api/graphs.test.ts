import { expect, it } from 'vitest';
import { anApi, tokenOf } from '../../support/api.ts';
import { definitions } from '../../support/definitions.ts';

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
