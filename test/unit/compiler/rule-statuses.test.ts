import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachedFrom } from '../../../lib/compiler/graph.ts';
import { type RuleNode, ruleGraph } from '../../../lib/compiler/rule-graph.ts';
import { ANY_STATUS, ruleStatuses } from '../../../lib/compiler/rule-statuses.ts';
import type { TileExit } from '../../../lib/compiler/states/tile.ts';
import { CALL_STATUSES, type CallStatus, Rule } from '../../../lib/language/schema/rule.ts';
import { anyRule } from '../../support/any-rule.ts';

const parsed = (tiles: Readonly<Record<string, unknown>>) =>
  ruleGraph(Rule.parse({ name: 'Rule', start: 'status', tiles }));

const statusesAt = (tiles: Readonly<Record<string, unknown>>, tile: string) =>
  [...ruleStatuses(parsed(tiles), ANY_STATUS).at(tile)].toSorted();

describe('the status of a call at a tile (CBR-14)', () => {
  it('is any at the start', () => {
    expect(statusesAt({ status: { kind: 'end' } }, 'status')).toEqual(CALL_STATUSES.toSorted());
  });

  it('is what the path to the tile was for', () => {
    const tiles = {
      status: { kind: 'call-status', paths: { busy: 'again' }, otherwise: 'done' },
      again: { kind: 'recontact', after: '1 h' },
      done: { kind: 'end' },
    };

    expect(statusesAt(tiles, 'again')).toEqual(['busy']);
    expect(statusesAt(tiles, 'done')).not.toContain('busy');
  });

  it('is of every path that leads to the tile', () => {
    const tiles = {
      status: { kind: 'call-status', paths: { busy: 'note', error: 'note' }, otherwise: 'done' },
      note: { kind: 'add-parameter', to: 'call', name: 'x', value: 'y', next: 'last' },
      last: { kind: 'end' },
      done: { kind: 'end' },
    };

    expect(statusesAt(tiles, 'last')).toEqual(['busy', 'error']);
  });

  it('is told apart by whether the call was connected', () => {
    const tiles = {
      status: { kind: 'connected', met: 'yes', unmet: 'no' },
      yes: { kind: 'end' },
      no: { kind: 'end' },
    };

    expect(statusesAt(tiles, 'yes')).toEqual(['abandoned', 'answered', 'voicemail']);
    expect(statusesAt(tiles, 'no')).toEqual(['busy', 'error', 'not-answered']);
  });

  it('is any again behind a recontact, which waits for another call', () => {
    const tiles = {
      status: { kind: 'call-status', paths: { busy: 'again' }, otherwise: 'done' },
      again: { kind: 'recontact', after: '1 h', next: 'second' },
      second: { kind: 'end' },
      done: { kind: 'end' },
    };

    expect(statusesAt(tiles, 'second')).toEqual(CALL_STATUSES.toSorted());
  });

  it('is none behind a recontact that is never reached', () => {
    const tiles = {
      status: { kind: 'connected', met: 'which', unmet: 'done' },
      which: { kind: 'call-status', paths: { busy: 'again' }, otherwise: 'done' },
      again: { kind: 'recontact', after: '1 h', next: 'second' },
      second: { kind: 'end' },
      done: { kind: 'end' },
    };

    expect(statusesAt(tiles, 'second')).toEqual([]);
  });
});

/**
 * Whether a call with the status may leave a tile by an exit, said in another way than the code.
 */
function mayTake({ tile }: RuleNode, { on }: TileExit, status: CallStatus): boolean {
  const isConnected = ['answered', 'abandoned', 'voicemail'].includes(status);
  if (tile.kind === 'connected') return isConnected ? on === 'met' : on === 'unmet';
  if (tile.kind !== 'call-status') return true;
  return status in tile.paths ? on === status : on === 'otherwise';
}

it('agrees with walking every rule call by call', () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      const graph = ruleGraph(rule);
      const walked = reachedFrom(
        CALL_STATUSES.map((status) => `${graph.start}|${status}`),
        (place) => {
          const [id = '', status] = place.split('|') as [string, CallStatus];
          const node = graph.nodes.get(id);
          if (node?.tile.kind === 'recontact') {
            return node.exits.flatMap(({ to }) => CALL_STATUSES.map((next) => `${to}|${next}`));
          }
          const exits = node?.exits.filter((exit) => mayTake(node, exit, status)) ?? [];
          return exits.map(({ to }) => `${to}|${status}`);
        },
      );
      const statuses = ruleStatuses(graph, ANY_STATUS);
      const found = [...graph.nodes.keys()].flatMap((id) =>
        [...statuses.at(id)].map((status) => `${id}|${status}`),
      );

      expect(found.toSorted()).toEqual([...walked].toSorted());
    }),
  );
});
