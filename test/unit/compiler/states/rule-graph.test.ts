import { describe, expect, it } from 'vitest';
import { exitsAtOnce, ruleGraph } from '../../../../lib/compiler/rule-graph.ts';
import { Rule } from '../../../../lib/language/schema/rule.ts';

const graphOf = (start: string, tiles: Readonly<Record<string, unknown>>) =>
  ruleGraph(Rule.parse({ name: 'x', start, tiles }));

describe('the graph of a rule', () => {
  it('begins where the rule starts and has a node per tile', () => {
    const { start, nodes } = graphOf('b', { a: { kind: 'end' }, b: { kind: 'close-record' } });

    expect(start).toBe('b');
    expect([...nodes.keys()]).toEqual(['a', 'b']);
  });

  it('is entered after a call behind each recontact, once, in the order of the ids (CBR-7)', () => {
    const { entries } = graphOf('one', {
      one: { kind: 'recontact', after: '1 h', next: 'z' },
      two: { kind: 'recontact', after: '2 h', next: 'z' },
      three: { kind: 'recontact', after: '3 h', next: 'a' },
      four: { kind: 'recontact', after: '4 h' },
      z: { kind: 'end' },
      a: { kind: 'send-sms', from: 'random', text: 'x', next: 'z' },
    });

    expect(entries).toEqual(['a', 'z']);
  });

  it('has no way past a recontact within one run', () => {
    const { nodes } = graphOf('ask', {
      ask: { kind: 'connected', met: 'again', unmet: 'again' },
      again: { kind: 'recontact', after: '1 h', next: 'ask' },
    });

    const atOnce = [...nodes.values()].map((node) => exitsAtOnce(node).map(({ to }) => to));
    expect(atOnce).toEqual([['again', 'again'], []]);
  });

  it('cannot be changed by who reads it', () => {
    const { nodes } = graphOf('a', { a: { kind: 'end' } });
    const node = nodes.get('a') as { exits: unknown };

    expect(() => {
      node.exits = [];
    }).toThrow(TypeError);
  });
});
