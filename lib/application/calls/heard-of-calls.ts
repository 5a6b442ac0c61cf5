// What a running function has heard of the calls we placed: names of facts, none of their values.
// An event that tells nothing beyond them would change nothing, for what is known of a call is set
// once and never changes (call-events.ts); so it needs no read. A function that has not heard of
// the call reads. Calls that come in may go over to another record, and are left out.
import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { ContactId } from '../../domain/model/ids.ts';

/** Calls that are remembered: those with the latest events. */
const CALLS_KNOWN = 1000;

export class HeardOfCalls {
  private readonly calls = new Map<ContactId, ReadonlySet<string>>();

  /** The facts were stored, or found to be known, with a call that we placed. */
  note({ contact, ...facts }: ContactFacts): void {
    const known = new Set(this.calls.get(contact));
    for (const name of told(facts)) known.add(name);
    // the name of an agent says nothing before the agent has the call
    if (!known.has('connectedToAgent')) known.delete('agent');
    this.calls.delete(contact);
    this.calls.set(contact, known);
    const [oldest] = this.calls.keys();
    if (this.calls.size > CALLS_KNOWN && oldest !== undefined) this.calls.delete(oldest);
  }

  /** Whether the event of these facts would change nothing. */
  hasAll({ contact, ...facts }: ContactFacts): boolean {
    const known = this.calls.get(contact);
    return known !== undefined && told(facts).every((name) => known.has(name));
  }
}

/** The queue says nothing by itself: it is told with the moment the call came into it. */
const told = ({ queue: _, ...facts }: Omit<ContactFacts, 'contact'>): readonly string[] =>
  Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [name]));

/** Of each running function, by the store it asks. */
const remembered = new WeakMap<object, HeardOfCalls>();

export function heardOfCalls(store: object): HeardOfCalls {
  const heard = remembered.get(store) ?? new HeardOfCalls();
  remembered.set(store, heard);
  return heard;
}
