// The values of a call that templates of requests may hold, from what Connect knows of the contact;
// and values out of the JSON that a service answered.
import { own } from '../../language/dictionary.ts';
import { CALL_ATTRIBUTES, NOTHING, valueAttribute } from '../calls/call-attributes.ts';

export interface CallSeen {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly campaign: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const VALUE_PREFIX = valueAttribute('');

/** Value name to value; empty for what is not there. Every call has the values of CALL_VALUES. */
export function callValues({ from, to, campaign, attributes }: CallSeen): Record<string, string> {
  const of = (attribute: string) => something(own(attributes, attribute));
  const saved = Object.entries(attributes)
    .filter(([name]) => name.startsWith(VALUE_PREFIX))
    .map(([name, value]) => [nameOf(name), something(value)]);
  return {
    ...Object.fromEntries(saved),
    caller: from ?? '',
    called: to ?? '',
    campaign,
    record: of(CALL_ATTRIBUTES.record),
    identity: of(CALL_ATTRIBUTES.identity) || NOTHING,
    entered: of(CALL_ATTRIBUTES.entered),
    ticket: of(CALL_ATTRIBUTES.ticket),
  };
}

/** Names are ids, which have dashes where attributes have underscores. */
const nameOf = (attribute: string): string =>
  attribute.slice(VALUE_PREFIX.length).replaceAll('_', '-');

const something = (value: string | undefined): string =>
  value === undefined || value === NOTHING ? '' : value;

/** Characters of a value at most: Connect takes 32 KB of attributes for a whole call. */
const LONGEST_VALUE = 1000;

/**
 * The text at a place such as `order.lines.0.state`; undefined when there is nothing, or no single
 * value. What every object inherits is nothing.
 */
export function valueAt(json: unknown, place: string, longest = LONGEST_VALUE): string | undefined {
  let at: unknown = json;
  for (const step of place.split('.')) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  if (typeof at !== 'string' && typeof at !== 'number' && typeof at !== 'boolean') return undefined;
  const text = String(at).trim().slice(0, longest);
  return text === '' ? undefined : text;
}
