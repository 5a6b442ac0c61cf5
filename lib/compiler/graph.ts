// Walks over a graph given as a function from a node to those that follow it.

type Following = (id: string) => readonly string[];

/** The starts and every node that can be reached from them. */
export function reachedFrom(starts: readonly string[], following: Following): ReadonlySet<string> {
  const reached = new Set(starts);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const to of following(id)) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}

/** The same graph with every edge turned round. */
export function reversed(ids: Iterable<string>, following: Following): Following {
  const before = new Map<string, string[]>();
  for (const id of ids) {
    for (const to of following(id)) {
      const from = before.get(to);
      if (from) from.push(id);
      else before.set(to, [id]);
    }
  }
  return (id) => before.get(id) ?? [];
}
