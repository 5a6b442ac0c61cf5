// Over how many partition keys what each call writes to is spread, by the size of the centre. A key
// bears two hundred calls a second in the benchmark (bench/keys.ts); half of that is left free, for
// longer calls and for what falls unevenly.
import type { Definitions } from '../../language/definitions.ts';

/** Calls, messages and contacts of agents a second. */
const A_KEY_BEARS = 100;
/** Seconds: no agent has contacts that follow each other more closely, whoever began them. */
const SHORTEST_CONTACT = 20;

/** One, unless the definitions allow more than a hundred contacts a second. */
export function keyShardsOf({ centre, groups }: Pick<Definitions, 'centre' | 'groups'>): number {
  const agents = new Set(Object.values(groups).flatMap(({ agents }) => agents));
  const perSecond =
    centre.connect.callsPerSecond +
    centre.sms.messagesPerSecond +
    centre.email.recipientsPerSecond +
    agents.size / SHORTEST_CONTACT;
  return Math.max(1, Math.ceil(perSecond / A_KEY_BEARS));
}
