import { describe, expect, it } from 'vitest';
import { ivrGraph } from '../../../../lib/compiler/ivr/ivr-graph.ts';
import { Ivr } from '../../../../lib/language/schema/ivr.ts';
import type { Visited } from '../../../../lib/simulation/connect/flow-run.ts';
import { callPath } from '../../../../lib/simulation/ivr/call-path.ts';

const NUMBERS = { main: '+48221000000', second: '+48222000000' };

/** "menu GetParticipantInput 1" */
const visit = (text: string): Visited => {
  const [action = '', type = '', by = ''] = text.split(' ');
  return { flowId: 'entry', action, type, by };
};

function path(blocks: Record<string, unknown>, ...visits: readonly string[]) {
  const ivr = Ivr.parse({ name: 'x', blocks });
  const blockOf = (_: string, action: string) => {
    const [id = ''] = action.split('.', 1);
    return id in ivr.blocks ? id : undefined;
  };
  const found = callPath(visits.map(visit), { blockOf }, ivrGraph(ivr), NUMBERS);
  return `${found.blocks.join(' > ')} | ${found.exits.map(({ block, on }) => `${block}.${on}`).join(' ')}`;
}

const end = { kind: 'disconnect' };

describe('the path of a call', () => {
  it('holds jumps, which leave no action behind', () => {
    const blocks = {
      a: { kind: 'answer', next: 'j' },
      j: { kind: 'jump', to: 'k' },
      k: { kind: 'jump', to: 'end' },
      end,
    };

    expect(path(blocks, 'a Compare next', 'end DisconnectParticipant hang-up')).toBe(
      'a > j > k > end | a.next j.to k.to',
    );
  });

  it('leaves out what the compiler adds', () => {
    const blocks = { a: { kind: 'answer', next: 'end' }, end };

    expect(path(blocks, 'Begin.x Compare next', 'a Compare next', 'End.sorry Say next')).toBe(
      'a | ',
    );
  });

  const menu = {
    m: {
      kind: 'menu',
      say: 'x',
      keys: { '1': 'end', '2': 'end' },
      repeats: 1,
      wrong: 'end',
      none: 'm',
    },
    end,
  };

  it.each([
    ['1', 'm.1'],
    ['2', 'm.2'],
    ['NoMatchingCondition', 'm.wrong'],
  ])('tells exits to the same block apart: %s', (by, exit) => {
    expect(path(menu, `m GetParticipantInput ${by}`, 'end D hang-up')).toBe(`m > end | ${exit}`);
  });

  it('does not take a repetition for an exit', () => {
    const repeated = [
      'm GetParticipantInput InputTimeLimitExceeded',
      'm.none Loop ContinueLooping',
    ];

    expect(path(menu, ...repeated, 'm GetParticipantInput 1', 'end D hang-up')).toBe(
      'm > end | m.1',
    );
  });

  it('takes an exit that leads back to its block for one', () => {
    const back = [
      'm GetParticipantInput InputTimeLimitExceeded',
      'm.none Loop DoneLooping',
      'm.loop Loop ContinueLooping',
    ];

    expect(path(menu, ...back, 'm GetParticipantInput 2', 'end D hang-up')).toBe(
      'm > m > end | m.none m.2',
    );
  });

  it.each<[string, Record<string, unknown>, readonly string[], string]>([
    [
      'hours',
      { kind: 'availability', hours: 'h', open: 'end', closed: 'end' },
      ['b CheckHoursOfOperation False'],
      'closed',
    ],
    [
      'source',
      { kind: 'route-by-source', numbers: ['+48*'], match: 'end', otherwise: 'end' },
      ['b Compare +48'],
      'match',
    ],
    [
      'no source',
      { kind: 'route-by-source', numbers: ['+48*'], match: 'end', otherwise: 'end' },
      ['b Compare NoMatchingCondition'],
      'otherwise',
    ],
    [
      'destination',
      { kind: 'route-by-destination', paths: { main: 'end', second: 'end' }, otherwise: 'end' },
      ['b Compare +48222000000'],
      'second',
    ],
    [
      'identity',
      { kind: 'route-by-identity', one: 'end', several: 'end', none: 'end' },
      ['b Compare several'],
      'several',
    ],
    [
      'value',
      { kind: 'api-condition', value: 'v', paths: { x: 'end' }, otherwise: 'end' },
      ['b Compare NoMatchingCondition'],
      'otherwise',
    ],
    [
      'equal',
      { kind: 'condition', value: 'v', to: 'x', met: 'end', unmet: 'end' },
      ['b Compare x'],
      'met',
    ],
    [
      'not equal',
      { kind: 'condition', value: 'v', is: '!=', to: 'x', met: 'end', unmet: 'end' },
      ['b Compare x'],
      'unmet',
    ],
    [
      'overflow',
      { kind: 'overflow', most: 1, within: 'end', over: 'end' },
      ['b InvokeLambdaFunction next', 'b.outcome Compare over'],
      'over',
    ],
    [
      'full',
      { kind: 'queue', queue: 'q', next: 'end', full: 'end' },
      ['b TransferContactToQueue QueueAtCapacity'],
      'full',
    ],
    [
      'dial',
      { kind: 'dial', number: '+48221234567', next: 'end', failed: 'end' },
      ['b TransferParticipantToThirdParty CallFailed'],
      'failed',
    ],
    [
      'declined',
      { kind: 'callback', ask: 'x', next: 'end', declined: 'end', failed: 'end' },
      ['b GetParticipantInput InputTimeLimitExceeded'],
      'declined',
    ],
    [
      'refused',
      { kind: 'callback', ask: 'x', next: 'end', declined: 'end', failed: 'end' },
      [
        'b GetParticipantInput 1',
        'b.set InvokeLambdaFunction next',
        'b.outcome Compare NoMatchingCondition',
      ],
      'failed',
    ],
    [
      'no extension',
      { kind: 'extension', ask: 'x', none: 'end', wrong: 'end', unavailable: 'end' },
      ['b GetParticipantInput next', 'b.keyed Compare NoMatchingCondition'],
      'none',
    ],
    [
      'wrong extension',
      { kind: 'extension', ask: 'x', none: 'end', wrong: 'end', unavailable: 'end' },
      ['b.find InvokeLambdaFunction next', 'b.found Compare NoMatchingCondition'],
      'wrong',
    ],
    [
      'nobody there',
      { kind: 'extension', ask: 'x', none: 'end', wrong: 'end', unavailable: 'end' },
      ['b.find InvokeLambdaFunction next', 'b.found Compare found'],
      'unavailable',
    ],
  ])('knows by the actions which of several exits was taken: %s', (_, block, visits, exit) => {
    expect(path({ b: block, end }, ...visits, 'end D hang-up')).toBe(`b > end | b.${exit}`);
  });
});
