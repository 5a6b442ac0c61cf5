// What the checks believe about the ways out of a block, and where its flow really leads.
import { describe, expect, it } from 'vitest';
import { ivrGraph } from '../../../../lib/compiler/ivr/ivr-graph.ts';
import { renderBlock } from '../../../../lib/compiler/ivr/render-block.ts';
import { ROUTE_LEVEL } from '../../../../lib/compiler/ivr/route.ts';
import { everyKind } from '../../../support/ivr-schemes.ts';
import { contextOf, idsOf, targetsOf } from './an-ivr-context.ts';

const context = contextOf({ blocks: everyKind });
const graph = ivrGraph(context.ivr);
const kinds = [...graph.nodes.values()].filter(({ block }) => block.kind !== 'jump');

describe('a rendered block', () => {
  it.each(kinds.map(({ id, block }) => [block.kind, id]))(
    'of kind %s leads to every exit of the graph, and nowhere else',
    (_, id) => {
      const actions = renderBlock(context, id, { to: (target) => `→${target}` });
      const own = new Set([...idsOf(actions), ROUTE_LEVEL]);

      const left = [...targetsOf(actions)].filter((target) => !own.has(target));

      const exits = graph.nodes.get(id)?.exits.map(({ to }) => `→${to}`);
      expect(new Set(left)).toEqual(new Set(exits));
    },
  );

  it.each(kinds.map(({ id, block }) => [block.kind, id]))(
    'of kind %s begins with its own id and has no other names than its own',
    (_, id) => {
      const actions = renderBlock(context, id, { to: (target) => target });

      expect(actions[0]?.Identifier).toBe(id);
      for (const name of idsOf(actions))
        expect(name === id || name.startsWith(`${id}.`)).toBe(true);
      expect(new Set(idsOf(actions)).size).toBe(actions.length);
    },
  );

  it('is never a jump, nor a block that is not there', () => {
    const place = { to: (target: string) => target };

    expect(() => renderBlock(context, 'again', place)).toThrow("block 'again'");
    expect(() => renderBlock(context, 'gone', place)).toThrow("block 'gone'");
  });
});
