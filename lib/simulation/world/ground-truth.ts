// What really happened on the lines: the judge of double dialing and abandoned calls, whatever the product
// believes about them.
import type { ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
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
  readonly calls: number;
  readonly answered: number;
  readonly reachedAgent: number;
  /** People who picked up and got no agent. */
  readonly abandoned: number;
  /** Calls that repeat a token, or were started while another call to the number was open (DIA-7). */
  readonly doubleDialed: number;
}

export class GroundTruth {
  private readonly byPhone = new Map<string, Call[]>();
  private readonly arrivals: Call[] = [];
  private readonly callingIn = new Map<string, Call>();
  private readonly tokens = new Set<string>();
  private doubled = 0;
  private count = 0;

  /** Calls to us; they engage a telephone, but nobody dialed them. */
  arrived(call: Call): void {
    const { phone } = call.command;
    this.arrivals.push(call);
    if (phone !== '') this.callingIn.set(phone, call);
  }

  *allArrivals(): Iterable<PhysicalCall> {
    yield* this.arrivals.map(physical);
  }

  started(call: Call): void {
    const { phone, token } = call.command;
    const earlier = this.byPhone.get(phone) ?? [];
    if (this.tokens.has(token) || earlier.some(isLive)) this.doubled++;
    this.tokens.add(token);
    this.byPhone.set(phone, [...earlier, call]);
    this.count++;
  }

  /** How often the number was called so far. */
  callsBefore(phone: string): number {
    return this.byPhone.get(phone)?.length ?? 0;
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
    let answered = 0;
    let reachedAgent = 0;
    let abandoned = 0;
    for (const call of this.all()) {
      if (call.answered === undefined) continue;
      answered++;
      if (call.agent !== undefined) reachedAgent++;
      else if (call.end !== undefined && !call.machine) abandoned++;
    }
    return { calls: this.count, answered, reachedAgent, abandoned, doubleDialed: this.doubled };
  }
}

function physical({ contact, command, facts, reply, startedAt }: Call): PhysicalCall {
  return {
    contact,
    token: command.token,
    phone: command.phone,
    start: startedAt,
    ...(facts.disconnected !== undefined && { end: facts.disconnected }),
    ...(facts.connectedToSystem !== undefined && { answered: facts.connectedToSystem }),
    ...(facts.agent !== undefined && { agent: facts.agent }),
    ...(facts.disconnectReason !== undefined && { reason: facts.disconnectReason }),
    machine: reply.kind === 'picks-up' && reply.by === 'machine',
  };
}
