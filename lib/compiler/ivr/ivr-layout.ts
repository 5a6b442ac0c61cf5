// The blocks of an IVR as flows contain them: without jumps, in the order a call reaches them, and
// with the blocks at which rounds are counted.
import { invariant } from '../../domain/model/invariant.ts';
import { type IvrContext, part } from './ivr-context.ts';
import { ivrGraph } from './ivr-graph.ts';
import { loopHeads } from './ivr-loops.ts';

/** Suffix of the action that counts the rounds of a loop at its first block. */
export const LOOP = 'loop';
/** Suffix of the action that notes with the call that it has come to the block. */
export const WAY = 'way';

export interface IvrLayout {
  /** The block of kind answer. */
  readonly start: string;
  /** Every other block a call can come to, depth first. */
  readonly order: readonly string[];
  /** The block to which a target leads in the end; an answered call is not answered again. */
  readonly resolve: (target: string) => string;
  /** Where the exits of a block lead, without repetitions. */
  readonly targets: (block: string) => readonly string[];
  readonly heads: ReadonlySet<string>;
  /** The action a call comes to a block by: the count of its rounds, or else the note of it. */
  readonly wayIn: (block: string) => string;
  /** Whether a call that comes to a block is noted. */
  readonly notes: boolean;
}

/** For a flow that has no room for notes: how far a call comes in it is not known then. */
export const withoutNotes = (layout: IvrLayout): IvrLayout => ({
  ...layout,
  notes: false,
  wayIn: (block) => (layout.heads.has(block) ? part(block, LOOP) : block),
});

export function ivrLayout({ ivr, ivrId }: IvrContext): IvrLayout {
  const graph = ivrGraph(ivr);
  const [start] = graph.starts;
  invariant(start !== undefined, `IVR '${ivrId}' has a block of kind answer`);
  const resolve = resolver(ivr.blocks, ivrId);
  const targets = (block: string) => [
    ...new Set(graph.nodes.get(block)?.exits.map(({ to }) => resolve(to))),
  ];
  const heads = new Set([...loopHeads(graph)].map(resolve));
  const wayIn = (block: string) => part(block, heads.has(block) ? LOOP : WAY);
  const order = preorder(targets(start), targets);
  return { start, order, resolve, targets, heads, wayIn, notes: true };
}

/** Follows jumps, each only once however many lead through it. */
function resolver(blocks: IvrContext['ivr']['blocks'], ivrId: string): (target: string) => string {
  const known = new Map<string, string>();
  return (target) => {
    const passed = new Set<string>();
    let at = target;
    for (;;) {
      const block = blocks[at];
      invariant(block, `IVR '${ivrId}' has a block '${at}'`);
      invariant(!passed.has(at), `jumps of IVR '${ivrId}' lead somewhere from '${target}'`);
      const further = known.get(at) ?? (block.kind === 'jump' ? block.to : undefined);
      const next = block.kind === 'answer' ? block.next : further;
      if (next === undefined || next === at) break;
      passed.add(at);
      at = next;
    }
    for (const id of passed) known.set(id, at);
    return at;
  };
}

/** Blocks from `starts` on, depth first, no more than `most`. */
export function preorder(
  starts: readonly string[],
  targets: (block: string) => readonly string[],
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const found = new Set<string>();
  const open = starts.toReversed();
  for (let id = open.pop(); id !== undefined && found.size < most; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...targets(id).toReversed());
  }
  return [...found];
}
