// An IVR as a graph: frozen plain data, one node per block, every exit with its name, its position
// in the file and what decides on it. For the paths of blocks, checks and the compiler read only
// this.
import type { Block, BlockKind, BlockOf, Ivr } from '../../language/schema/ivr.ts';
import { reachedFrom, reversed } from '../graph.ts';

/**
 * What decides on an exit: the caller's keys or silence; circumstances (the time of day, another
 * system, a free agent, another telephone); or nothing that changes during a call, so that the
 * block is always left the same way.
 */
type Decider = 'nothing' | 'caller' | 'world';

/** A way out of a block. */
export interface BlockExit {
  /** Its name: a key of a menu, "open", "next" … */
  readonly on: string;
  readonly to: string;
  /** Where it is written, within the block. */
  readonly path: readonly string[];
  readonly needs: Decider;
  /** The file may omit it; another exit of the block is then used instead. */
  readonly optional?: true;
}

export interface BlockNode {
  readonly id: string;
  readonly block: Block;
  readonly exits: readonly BlockExit[];
}

export interface IvrGraph {
  /** Blocks of kind answer; a right IVR has one. */
  readonly starts: readonly string[];
  readonly nodes: ReadonlyMap<string, BlockNode>;
}

export function ivrGraph(ivr: Ivr): IvrGraph {
  const nodes = new Map(
    Object.entries(ivr.blocks).map(([id, block]) => [
      id,
      Object.freeze({ id, block, exits: Object.freeze(exitsOf(block)) }),
    ]),
  );
  const starts = [...nodes.values()].filter(({ block }) => block.kind === 'answer');
  return Object.freeze({ starts: starts.map(({ id }) => id), nodes });
}

/** Blocks that a call can come to. */
export function reachableBlocks(graph: IvrGraph): ReadonlySet<string> {
  return reachedFrom(graph.starts, (id) => targets(graph, id));
}

/** Blocks that a call can come to once it is at one of them, that one included. */
export function blocksFrom(graph: IvrGraph, block: string): ReadonlySet<string> {
  return reachedFrom([block], (id) => targets(graph, id));
}

/** Exits that lead to no block. */
export function danglingExits(graph: IvrGraph): readonly { block: string; exit: BlockExit }[] {
  return [...graph.nodes.values()].flatMap(({ id, exits }) =>
    exits.filter(({ to }) => !graph.nodes.has(to)).map((exit) => ({ block: id, exit })),
  );
}

/** Blocks from which a call comes neither to its end nor to a queue, whatever anybody does. */
export function blocksWithoutWayOut(graph: IvrGraph): readonly string[] {
  const ids = [...graph.nodes.keys()];
  const ends = ids.filter((id) => isWayOut(graph.nodes.get(id)));
  const leading = reachedFrom(
    ends,
    reversed(ids, (id) => targets(graph, id)),
  );
  return ids.filter((id) => !leading.has(id));
}

/** Hanging up ends a call; in a queue an agent answers sooner or later. */
function isWayOut(node: BlockNode | undefined): boolean {
  return node?.block.kind === 'disconnect' || node?.block.kind === 'queue';
}

function targets(graph: IvrGraph, id: string): readonly string[] {
  return graph.nodes.get(id)?.exits.map(({ to }) => to) ?? [];
}

type ExitsOf = { readonly [K in BlockKind]: (block: BlockOf<K>) => readonly BlockExit[] };

const by =
  (needs: Decider) =>
  (on: string, to: string): BlockExit =>
    Object.freeze({ on, to, path: [on], needs });
const always = by('nothing');
const caller = by('caller');
const world = by('world');

/** An exit the file may leave out. */
const maybe = (
  make: (on: string, to: string) => BlockExit,
  on: string,
  to: string | undefined,
): readonly BlockExit[] =>
  to === undefined ? [] : [Object.freeze({ ...make(on, to), optional: true as const })];

const each = (
  make: (on: string, to: string) => BlockExit,
  under: string,
  paths: Readonly<Partial<Record<string, string>>>,
): readonly BlockExit[] =>
  Object.entries(paths).flatMap(([on, to]) =>
    to === undefined ? [] : [Object.freeze({ ...make(on, to), path: [under, on] })],
  );

const next = (block: { next: string }): readonly BlockExit[] => [always('next', block.next)];

const EXITS: ExitsOf = {
  answer: next,
  'api-login': (block) => [world('next', block.next), world('failed', block.failed)],
  'api-request': (block) => [world('next', block.next), world('failed', block.failed)],
  'api-condition': (block) => [
    ...each(always, 'paths', block.paths),
    always('otherwise', block.otherwise),
  ],
  authorise: (block) => {
    const decides = block.ask === undefined ? world : caller;
    return [decides('success', block.success), decides('failure', block.failure)];
  },
  'authorise-ticket': (block) => [caller('next', block.next), caller('none', block.none)],
  availability: (block) => [world('open', block.open), world('closed', block.closed)],
  dial: (block) => [world('next', block.next), world('failed', block.failed)],
  'small-window': next,
  'route-by-source': (block) => [
    always('match', block.match),
    always('otherwise', block.otherwise),
  ],
  'route-by-destination': (block) => [
    ...each(always, 'paths', block.paths),
    always('otherwise', block.otherwise),
  ],
  'route-by-identity': (block) => [
    always('one', block.one),
    always('several', block.several),
    always('none', block.none),
  ],
  queue: (block) => [world('next', block.next), ...maybe(world, 'full', block.full)],
  menu: (block) => [
    ...each(caller, 'keys', block.keys),
    caller('wrong', block.wrong),
    caller('none', block.none),
  ],
  'no-survey': next,
  extension: (block) => [
    caller('none', block.none),
    caller('wrong', block.wrong),
    ...maybe(world, 'unavailable', block.unavailable),
  ],
  priority: next,
  overflow: (block) => [world('within', block.within), world('over', block.over)],
  condition: (block) => [always('met', block.met), always('unmet', block.unmet)],
  disconnect: () => [],
  announcement: next,
  jump: (block) => [always('to', block.to)],
  voicemail: (block) => [caller('next', block.next)],
  callback: (block) => {
    const decides = block.ask === undefined && block.number === 'caller' ? always : caller;
    return [
      decides('next', block.next),
      // The caller is not asked, so cannot decline.
      ...(block.ask === undefined ? [] : maybe(caller, 'declined', block.declined)),
      ...maybe(decides, 'failed', block.failed),
    ];
  },
};

function exitsOf(block: Block): readonly BlockExit[] {
  const exits = EXITS[block.kind] as (block: Block) => readonly BlockExit[];
  return exits(block);
}
