// Which blocks of its IVR a call came through, as its flows note it with the contact.
import { CALL_ATTRIBUTES } from '../calls/call-attributes.ts';
import type { Change } from '../model/change.ts';
import type { IvrWay } from '../model/inbound-call.ts';

/** Of a call that goes round and round no more is kept. */
const MOST_BLOCKS = 200;

const VERSION = /^[0-9a-f]{12}$/;
const ID = /^[a-z][a-z0-9-]*$/;

export const firstWay = (version: string, start: string): string => `${version} ${start}`;

/** undefined: the flow is older than its way, or Connect did not fill the attribute in. */
export function wayIn(attributes: Readonly<Record<string, string>>): IvrWay | undefined {
  const [version = '', ...path] = (attributes[CALL_ATTRIBUTES.way] ?? '').split(' ');
  if (!VERSION.test(version) || path.length === 0 || !path.every((id) => ID.test(id)))
    return undefined;
  return { version, path: path.slice(0, MOST_BLOCKS) };
}

/** The same change of a call, which also says how far the call has come. */
export function alongWay<C extends Change>(change: C, way: IvrWay | undefined): C {
  const { attempt } = change;
  const inbound = attempt?.after.inbound;
  if (attempt === undefined || inbound === undefined || way === undefined) return change;
  if ((inbound.way?.path.length ?? 0) >= way.path.length) return change;
  return {
    ...change,
    attempt: { ...attempt, after: { ...attempt.after, inbound: { ...inbound, way } } },
  };
}
