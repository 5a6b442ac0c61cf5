// What people call a tile or block: its label, or else its id, also of one that is no longer there.
import type { Graph } from './drawing.tsx';

export const labelOf = ({ nodes }: Pick<Graph, 'nodes'>, id: string): string =>
  nodes.find((node) => node.id === id)?.label ?? id;
