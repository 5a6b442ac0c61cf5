import { describe, expect, it } from 'vitest';
import {
  action,
  chain,
  composeFlow,
  step,
  terminal,
  whenEquals,
} from '../../../../lib/compiler/flows/compose-flow.ts';

describe('steps of a flow', () => {
  it('are linked in their order, the last one to the end', () => {
    const actions = chain([step('a', 'X', {}), step('b', 'Y', {})], 'end');

    expect(
      actions.map(({ Identifier, Transitions }) => [Identifier, Transitions?.NextAction]),
    ).toEqual([
      ['a', 'b'],
      ['b', 'end'],
    ]);
  });

  it('lead elsewhere where they say so', () => {
    const [first] = chain([step('a', 'X', {}, { next: 'end' }), step('b', 'Y', {})], 'end');

    expect(first?.Transitions?.NextAction).toBe('end');
  });

  it('have their errors and conditions as branches, and no list without any', () => {
    const errors = { NoMatchingError: 'sorry' };
    const full = action(
      'a',
      'X',
      { P: '1' },
      { next: 'b', errors, conditions: [whenEquals('1', 'c')] },
    );
    const plain = action('a', 'X', {}, { next: 'b' });

    expect(full.Transitions).toEqual({
      NextAction: 'b',
      Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'sorry' }],
      Conditions: [{ NextAction: 'c', Condition: { Operator: 'Equals', Operands: ['1'] } }],
    });
    expect(plain.Transitions).toEqual({ NextAction: 'b' });
  });

  it('that end the flow have no transitions', () => {
    expect(terminal('bye', 'DisconnectParticipant')).toEqual({
      ...{ Identifier: 'bye', Type: 'DisconnectParticipant' },
      ...{ Parameters: {}, Transitions: {} },
    });
  });
});

describe('a composed flow', () => {
  const ids = Array.from({ length: 8 }, (_, n) => `a${n}`);
  const flow = composeFlow(
    'Eight',
    ids.map((id) => terminal(id, 'DisconnectParticipant')),
  );
  const places = (flow.Metadata?.ActionMetadata ?? {}) as Record<
    string,
    { position: { x: number; y: number } }
  >;

  it('starts with its first action', () => {
    expect([flow.Version, flow.StartAction]).toEqual(['2019-10-30', 'a0']);
  });

  it('has a position of its own in the designer for every action', () => {
    const positions = ids.map((id) => `${places[id]?.position.x}/${places[id]?.position.y}`);

    expect(new Set(positions).size).toBe(8);
    expect(places.a6?.position).toEqual({ x: 200, y: 300 });
  });

  it('has the keys of the designer in lower camel case, or it would ignore them', () => {
    expect(Object.keys(flow.Metadata ?? {})).toEqual([
      'entryPointPosition',
      'ActionMetadata',
      'name',
    ]);
  });
});
