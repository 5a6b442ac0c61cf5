// What really happened on the lines: the judge of double dialing and abandoned calls, whatever the
// product believes about them.
import type { ContactId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { type Call, isLive } from './call.ts';

/** One physical call, as the callee's telephone knew it. */
export interface PhysicalCall {
  readonly contact: ContactId;
  readonly token: string;
  readonly phone: string;
  readonly start: Instant;
  /** Missing while the line is open. */
  readonly end?: Instant;
  readonly answered?: Instant;
  readonly agent?: string;
  readonly reason?: string;
  readonly machine: boolean;
}

export interface CallTotals {
  /** Calls to people; `received`: calls that came in. */
  readonly calls: number;
  readonly received: number;
  readonly answered: number;
  readonly reachedAgent: number;
  /** People who picked up and got no agent. */
  readonly abandoned: number;
  /**
   * Calls that repeat a token, or were started while another call to the number was open (DIA-7).
   */
  readonly doubleDialed: number;
}

export class GroundTruth {
  private readonly byPhone = new Map<string, Call[]>();
  private readonly arrivals = new Set<Call>();
  private readonly callingIn = new Map<string, Call>();
  private readonly tokens = new Set<string>();
  /** Of calls that were forgotten: how many went to a number, and what became of them. */
  private readonly forgotten = new Map<string, number>();
  private readonly sums = { answered: 0, reachedAgent: 0, abandoned: 0 };
  private doubled = 0;
  private count = 0;
  private received = 0;

  /** Incoming calls: they engage a telephone, but were not dialed. */
  arrived(call: Call): void {
    const { phone } = call.command;
    this.received++;
    this.arrivals.add(call);
    if (phone !== '') this.callingIn.set(phone, call);
  }

  /** Somebody who was handed on is still on the telephone. */
  staysOnLine(call: Call): void {
    if (call.command.phone !== '') this.callingIn.set(call.command.phone, call);
  }

  *allArrivals(): Iterable<PhysicalCall> {
    for (const call of this.arrivals) yield physical(call);
  }

  started(call: Call): void {
    const { phone, token } = call.command;
    const earlier = this.byPhone.get(phone) ?? [];
    if (this.tokens.has(token) || earlier.some(isLive)) this.doubled++;
    this.tokens.add(token);
    earlier.push(call);
    this.byPhone.set(phone, earlier);
    this.count++;
  }

  /** How often the number was called so far. */
  callsBefore(phone: string): number {
    return (this.byPhone.get(phone)?.length ?? 0) + (this.forgotten.get(phone) ?? 0);
  }

  /** Keeps no more of a call that is over than its part of the totals. */
  forget(call: Call): void {
    if (call.direction === 'outbound') this.forgetDialed(call);
    else this.forgetArrival(call);
  }

  private forgetDialed(call: Call): void {
    const { phone } = call.command;
    const calls = this.byPhone.get(phone)?.filter((other) => other !== call) ?? [];
    if (calls.length === 0) this.byPhone.delete(phone);
    else this.byPhone.set(phone, calls);
    this.forgotten.set(phone, (this.forgotten.get(phone) ?? 0) + 1);
    addTo(this.sums, physical(call));
  }

  private forgetArrival(call: Call): void {
    const { phone } = call.command;
    this.arrivals.delete(call);
    if (this.callingIn.get(phone) === call) this.callingIn.delete(phone);
  }

  isEngaged(phone: string): boolean {
    const callsIn = this.callingIn.get(phone);
    if (callsIn && isLive(callsIn)) return true;
    return this.byPhone.get(phone)?.some(isLive) ?? false;
  }

  callsTo(phone: string): readonly PhysicalCall[] {
    return (this.byPhone.get(phone) ?? []).map(physical);
  }

  *all(): Iterable<PhysicalCall> {
    for (const calls of this.byPhone.values()) yield* calls.map(physical);
  }

  totals(): CallTotals {
    const sums = { ...this.sums };
    for (const call of this.all()) addTo(sums, call);
    return { calls: this.count, received: this.received, ...sums, doubleDialed: this.doubled };
  }
}

function addTo(
  sums: { answered: number; reachedAgent: number; abandoned: number },
  call: PhysicalCall,
): void {
  if (call.answered === undefined) return;
  sums.answered++;
  if (call.agent !== undefined) sums.reachedAgent++;
  else if (call.end !== undefined && !call.machine) sums.abandoned++;
}

function physical({ contact, command, facts, reply, startedAt }: Call): PhysicalCall {
  return {
    contact,
    token: command.token,
    phone: command.phone,
    start: startedAt,
    end: facts.disconnected,
    answered: facts.connectedToSystem,
    agent: facts.agent,
    reason: facts.disconnectReason,
    machine: reply.kind === 'picks-up' && reply.by === 'machine',
  };
}
