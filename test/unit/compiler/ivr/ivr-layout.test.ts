import { describe, expect, it } from 'vitest';
import { ivrLayout, LOOP, preorder, WAY } from '../../../../lib/compiler/ivr/ivr-layout.ts';
import type { BlocksInput } from '../../../support/an-ivr.ts';
import { contextOf } from './an-ivr-context.ts';

const bye = { kind: 'disconnect' } as const;
const layoutOf = (blocks: BlocksInput) => ivrLayout(contextOf({ blocks }));

describe('the layout of an IVR', () => {
  it('has every block a call can come to, in that order, and no jumps', () => {
    const layout = layoutOf({
      start: { kind: 'answer', next: 'hours' },
      unused: { kind: 'announcement', say: 'Nobody hears me', next: 'bye' },
      bye,
      hours: { kind: 'availability', hours: 'office', open: 'over', closed: 'bye' },
      over: { kind: 'jump', to: 'sales' },
      sales: { kind: 'queue', queue: 'sales', next: 'bye' },
    });

    expect(layout.start).toBe('start');
    expect(layout.order).toEqual(['hours', 'sales', 'bye']);
    expect(layout.targets('hours')).toEqual(['sales', 'bye']);
    expect(layout.targets('bye')).toEqual([]);
  });

  it('follows jumps to where they lead, however many', () => {
    const { resolve } = layoutOf({
      start: { kind: 'answer', next: 'one' },
      one: { kind: 'jump', to: 'two' },
      two: { kind: 'jump', to: 'bye' },
      bye,
    });

    expect([resolve('one'), resolve('two'), resolve('bye')]).toEqual(['bye', 'bye', 'bye']);
    expect(() => resolve('gone')).toThrow("has a block 'gone'");
  });

  it('is none where jumps lead to each other only', () => {
    const round: BlocksInput = {
      start: { kind: 'answer', next: 'one' },
      one: { kind: 'jump', to: 'two' },
      two: { kind: 'jump', to: 'one' },
    };

    expect(() => layoutOf(round)).toThrow("jumps of IVR 'greeting' lead somewhere");
  });

  it('leads a way back to the start to what follows it', () => {
    const { resolve } = layoutOf({
      start: { kind: 'answer', next: 'menu' },
      menu: { kind: 'menu', say: '?', keys: { '1': 'again' }, wrong: 'bye', none: 'bye' },
      again: { kind: 'jump', to: 'start' },
      bye,
    });

    expect(resolve('again')).toBe('menu');
  });

  it('counts rounds before the blocks at which loops begin', () => {
    const { heads, wayIn } = layoutOf({
      start: { kind: 'answer', next: 'menu' },
      menu: { kind: 'menu', say: '?', keys: { '1': 'again' }, wrong: 'bye', none: 'bye' },
      again: { kind: 'jump', to: 'menu' },
      bye,
    });

    expect([...heads]).toEqual(['menu']);
    expect([wayIn('menu'), wayIn('bye')]).toEqual([`menu.${LOOP}`, `bye.${WAY}`]);
  });

  it('is none of an IVR that answers no call', () => {
    expect(() => layoutOf({ bye })).toThrow("IVR 'greeting' has a block of kind answer");
  });
});

describe('an order, depth first', () => {
  const targets = (id: string) => ({ a: ['b', 'c'], b: ['d'], c: ['d', 'a'] })[id] ?? [];

  it('goes down the first way to its end, then the next, each block once', () => {
    expect(preorder(['a'], targets)).toEqual(['a', 'b', 'd', 'c']);
    expect(preorder(['c', 'a'], targets)).toEqual(['c', 'd', 'a', 'b']);
  });

  it('stops at the most that is wanted', () => {
    expect(preorder(['a'], targets, 2)).toEqual(['a', 'b']);
    expect(preorder(['a'], targets, 0)).toEqual([]);
  });
});
