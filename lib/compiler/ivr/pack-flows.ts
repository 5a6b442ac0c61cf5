// Which blocks share a flow. Connect allows 250 actions and 256,000 characters; we stop well
// before, because transfers to other flows are added. Blocks are added in the order a call reaches
// them, so most paths stay within a flow.

import { partFlow } from './flow-keys.ts';
import type { IvrContext } from './ivr-context.ts';
import type { IvrLayout } from './ivr-layout.ts';
import { routeActions } from './route.ts';
import { blockActions } from './whole-flow.ts';

export interface Size {
  readonly actions: number;
  readonly characters: number;
}

export const FLOW_LIMITS: Size = { actions: 200, characters: 200_000 };
/** The size of the beginning, the end and the answer of a call. */
const FRAME = { actions: 14, characters: 6000 };
/** The size of a transfer to a block of another flow: set an attribute, transfer. */
const WAY = { actions: 2, characters: 900 };
/** The designer's position of an action. */
const POSITION_CHARACTERS = 120;

export interface FlowPart {
  readonly key: string;
  readonly blocks: readonly string[];
  /** Including the transfers to blocks of other flows. */
  readonly size: Size;
}

export function packFlows(
  context: IvrContext,
  layout: IvrLayout,
  limits: Size,
): readonly FlowPart[] {
  const parts: FlowPart[] = [];
  let open = new OpenPart(context, layout);
  for (const id of layout.order) {
    if (!open.isEmpty && !fits(open.with(id), limits)) {
      parts.push(open.closed());
      open = new OpenPart(context, layout);
    }
    open.add(id);
  }
  return open.isEmpty ? parts : [...parts, open.closed()];
}

export function fits({ actions, characters }: Size, limits: Size): boolean {
  return actions <= limits.actions && characters <= limits.characters;
}

class OpenPart {
  private readonly blocks = new Set<string>();
  private readonly outside = new Set<string>();
  private own: Size = FRAME;
  private hasQueue = false;
  private readonly context: IvrContext;
  private readonly layout: IvrLayout;

  constructor(context: IvrContext, layout: IvrLayout) {
    this.context = context;
    this.layout = layout;
  }

  get isEmpty(): boolean {
    return this.blocks.size === 0;
  }

  with(id: string): Size {
    const more = this.newTargets(id).length - (this.outside.has(id) ? 1 : 0);
    return this.total(plus(this.own, this.sizeOf(id)), this.outside.size + more);
  }

  add(id: string): void {
    this.own = plus(this.own, this.sizeOf(id));
    this.hasQueue ||= this.isQueue(id);
    for (const target of this.newTargets(id)) this.outside.add(target);
    this.blocks.add(id);
    this.outside.delete(id);
  }

  closed(): FlowPart {
    const [first = ''] = this.blocks;
    return {
      key: partFlow(first),
      blocks: [...this.blocks],
      size: this.total(this.own, this.outside.size),
    };
  }

  private newTargets(id: string): readonly string[] {
    const isNew = (to: string) => to !== id && !this.blocks.has(to) && !this.outside.has(to);
    return this.layout.targets(id).filter(isNew);
  }

  private sizeOf(id: string): Size {
    const actions = blockActions(this.context, this.layout, id, { to: (target) => target });
    const size = sizeOf(actions);
    if (this.hasQueue || !this.isQueue(id)) return size;
    return plus(size, sizeOf(routeActions(this.context, [id])));
  }

  private isQueue(id: string): boolean {
    return this.context.ivr.blocks[id]?.kind === 'queue';
  }

  private total({ actions, characters }: Size, ways: number): Size {
    return {
      actions: actions + ways * WAY.actions,
      characters: characters + ways * WAY.characters,
    };
  }
}

const plus = (a: Size, b: Size): Size => ({
  actions: a.actions + b.actions,
  characters: a.characters + b.characters,
});

function sizeOf(actions: readonly unknown[]): Size {
  const characters = JSON.stringify(actions).length + actions.length * POSITION_CHARACTERS;
  return { actions: actions.length, characters };
}
