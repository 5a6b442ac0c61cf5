// Which ports each task reaches the world through: an index.ts does not compile unless it wires
// exactly these, infra grants and sets exactly their permissions and variables, and the local cloud
// refuses the rest. So a role never holds a right its use case cannot use.
import type { Ports } from '../ports/ports.ts';
import type { TASKS, TaskName } from './tasks.ts';

/** The ports of one task. */
export type PortsOf<T extends TaskName> = Pick<Ports, (typeof TASKS)[T]['ports'][number]>;
