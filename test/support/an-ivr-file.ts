// Edits of the IVR in a-centre.ts that several tests make.

/** Lets so many announcements follow the queue. */
export function manyAfter(count: number): readonly [string, string] {
  const blocks = Array.from(
    { length: count },
    (_, n) =>
      `  say-${n}:\n    kind: announcement\n    say: x\n    next: ${n === count - 1 ? 'message' : `say-${n + 1}`}\n`,
  );
  const agents = '  agents:\n    kind: queue\n    queue: help\n    next: ';
  return [`${agents}message\n`, `${agents}say-0\n${blocks.join('')}`];
}
