// The agent behind an extension a caller keyed (IVR-16). One who is not logged in is found, but has
// no ARN to wait for: the flow goes on at once.
import { NOTHING } from '../../domain/calls/call-attributes.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

export const findExtension: UseCase<'find-extension', PortsOf<'find-extension'>> = async (
  { digits },
  { definitions, agents },
) => {
  const { centre, groups } = definitions.definitions();
  const name = Object.hasOwn(centre.extensions, digits) ? centre.extensions[digits] : undefined;
  if (name === undefined) return { outcome: 'wrong', agent: NOTHING };
  const own = Object.keys(groups).filter((id) => groups[id]?.agents.includes(name));
  const found = (await agents.ofGroups(own)).find(({ agent }) => agent === name);
  const there = found !== undefined && found.activity !== 'offline';
  return { outcome: 'found', agent: there ? found.arn : NOTHING };
};
