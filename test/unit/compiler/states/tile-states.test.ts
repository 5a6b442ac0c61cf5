import { describe, expect, it } from 'vitest';
import { ruleGraph } from '../../../../lib/compiler/rule-graph.ts';
import { tileStates } from '../../../../lib/compiler/states/tile-states.ts';
import { needOf } from '../../../../lib/compiler/states/tiles.ts';
import { Rule } from '../../../../lib/language/schema/rule.ts';
import { definitions } from '../../../support/definitions.ts';

/** The states of the tile `it` of a rule. */
function statesOf(it: unknown) {
  const rule = Rule.parse({ name: 'x', start: 'it', tiles: { it, later: { kind: 'end' } } });
  const node = ruleGraph(rule).nodes.get('it');
  if (!node) throw new Error('the rule has the tile');
  const need = needOf(node.tile, definitions());
  return Object.fromEntries(tileStates(node, (tiles) => ({ tiles: { ...tiles } }), need));
}

const trail = (next: string, comment: string) => ({
  Type: 'Pass',
  Comment: comment,
  Parameters: { 'path.$': "States.Format('{}/it', $.trail.path)" },
  ResultPath: '$.trail',
  Next: next,
});

describe('the states of a tile', () => {
  it('are one that leaves its name on the trail and goes on, for an action', () => {
    expect(statesOf({ kind: 'close-record', next: 'later' })).toEqual({
      it: trail('later', 'close-record'),
    });
  });

  it('lead to the commit where nothing follows', () => {
    expect(statesOf({ kind: 'end' })).toEqual({ it: trail('commit rule', 'end') });
  });

  it('lead to the commit where what follows waits for the next call (CBR-7)', () => {
    expect(statesOf({ kind: 'recontact', after: '1 h', next: 'later' })).toEqual({
      it: trail('commit rule', 'recontact'),
    });
  });

  it('ask begin-rule that one question where it costs something, once the tile is reached (CBR-10)', () => {
    const states = statesOf({ kind: 'hlr-check', valid: 'later', invalid: 'it', unknown: 'later' });

    expect(Object.keys(states)).toEqual(['it', 'ask it', 'note it', 'it?']);
    expect(states).toMatchObject({
      it: { Next: 'ask it' },
      'ask it': {
        Type: 'Task',
        Parameters: {
          FunctionName: '${begin_rule}',
          Payload: { tiles: { it: { kind: 'hlr' } } },
        },
        ResultSelector: { 'answer.$': "$.Payload.values['it']" },
        ResultPath: "$.asked['it']",
        Next: 'note it',
      },
      'note it': {
        InputPath: "$.asked['it'].answer",
        ResultPath: "$.facts.values['it']",
        Next: 'it?',
      },
    });
  });

  it('are two for a condition: its name on the trail, then the choice', () => {
    expect(statesOf({ kind: 'connected', met: 'later', unmet: 'it' })).toEqual({
      it: trail('it?', 'connected'),
      'it?': {
        Type: 'Choice',
        Choices: [{ Variable: "$.facts.values['it']", BooleanEquals: true, Next: 'later' }],
        Default: 'it',
      },
    });
  });

  it('carry the remark of the author', () => {
    expect(statesOf({ kind: 'end', note: 'nobody is home' }).it).toMatchObject({
      Comment: 'nobody is home',
    });
  });
});
