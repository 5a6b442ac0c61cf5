import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  blocksWithoutWayOut,
  danglingExits,
  ivrGraph,
  reachableBlocks,
} from '../../../../lib/compiler/ivr/ivr-graph.ts';
import { loopHeads, loopsOfNobody } from '../../../../lib/compiler/ivr/ivr-loops.ts';
import { type Block, Ivr } from '../../../../lib/language/schema/ivr.ts';

type Blocks = Readonly<Record<string, z.input<typeof Block>>>;

const graphOf = (blocks: Blocks) => ivrGraph(Ivr.parse({ name: 'Test', blocks }));
const menu = (keys: Readonly<Record<string, string>>, none: string): z.input<typeof Block> => ({
  kind: 'menu',
  say: 'Press a key.',
  keys,
  wrong: none,
  none,
});

describe('the graph of an IVR', () => {
  it('names every exit, its place in the file and who decides it (IVR-26)', () => {
    const graph = graphOf({
      start: { kind: 'answer', next: 'choice' },
      choice: menu({ '1': 'sales' }, 'bye'),
      sales: { kind: 'queue', queue: 'sales', next: 'bye', full: 'choice' },
      bye: { kind: 'disconnect' },
    });

    expect(graph.starts).toEqual(['start']);
    expect(Object.fromEntries([...graph.nodes].map(([id, { exits }]) => [id, exits]))).toEqual({
      start: [{ on: 'next', to: 'choice', path: ['next'], needs: 'nothing' }],
      choice: [
        { on: '1', to: 'sales', path: ['keys', '1'], needs: 'caller' },
        { on: 'wrong', to: 'bye', path: ['wrong'], needs: 'caller' },
        { on: 'none', to: 'bye', path: ['none'], needs: 'caller' },
      ],
      sales: [
        { on: 'next', to: 'bye', path: ['next'], needs: 'world' },
        { on: 'full', to: 'choice', path: ['full'], needs: 'world', optional: true },
      ],
      bye: [],
    });
  });

  it('finds the blocks no call comes to, and the exits that lead nowhere (IVR-26)', () => {
    const graph = graphOf({
      start: { kind: 'answer', next: 'hello' },
      hello: { kind: 'announcement', say: 'Hello', next: 'gone' },
      lost: { kind: 'jump', to: 'hello' },
    });

    expect([...reachableBlocks(graph)].filter((id) => graph.nodes.has(id))).toEqual([
      'start',
      'hello',
    ]);
    expect(danglingExits(graph)).toEqual([
      { block: 'hello', exit: { on: 'next', to: 'gone', path: ['next'], needs: 'nothing' } },
    ]);
  });

  it('finds blocks from which a call neither ends nor comes to a queue (IVR-26)', () => {
    const graph = graphOf({
      start: { kind: 'answer', next: 'choice' },
      choice: menu({ '1': 'sales', '2': 'one' }, 'choice'),
      sales: { kind: 'queue', queue: 'sales', next: 'sales' },
      one: menu({ '1': 'two' }, 'one'),
      two: { kind: 'jump', to: 'one' },
    });

    expect(blocksWithoutWayOut(graph)).toEqual(['one', 'two']);
  });

  it('finds loops that turn by themselves, but none that needs a caller or the world (IVR-26)', () => {
    const graph = graphOf({
      start: { kind: 'answer', next: 'known' },
      known: { kind: 'condition', value: 'caller', to: '1', met: 'bye', unmet: 'sorry' },
      sorry: { kind: 'announcement', say: 'Sorry', next: 'known' },
      sales: { kind: 'queue', queue: 'sales', next: 'again' },
      again: { kind: 'jump', to: 'sales' },
      itself: { kind: 'jump', to: 'itself' },
      choice: menu({}, 'choice'),
      bye: { kind: 'disconnect' },
    });

    expect(loopsOfNobody(graph)).toEqual([['known', 'sorry'], ['itself']]);
  });

  it('names a block of every loop a call can turn in', () => {
    const graph = graphOf({
      start: { kind: 'answer', next: 'choice' },
      choice: menu({ '1': 'sales', '2': 'outer' }, 'bye'),
      sales: { kind: 'queue', queue: 'sales', next: 'again' },
      again: { kind: 'jump', to: 'sales' },
      outer: { kind: 'announcement', say: 'Once more.', next: 'choice' },
      bye: { kind: 'disconnect' },
    });

    expect([...loopHeads(graph)].toSorted()).toEqual(['choice', 'sales']);
  });

  it('walks an IVR of thousands of blocks in a chain', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, n): [string, z.input<typeof Block>] => [
        `b${n}`,
        { kind: 'no-survey', next: `b${(n + 1) % 20_000}` },
      ]),
    );
    const graph = graphOf({ start: { kind: 'answer', next: 'b0' }, ...chain });

    expect(reachableBlocks(graph).size).toBe(20_001);
    expect(loopsOfNobody(graph).map((loop) => loop.length)).toEqual([20_000]);
    expect([...loopHeads(graph)]).toEqual(['b0']);
  });
});
