// The local telephone: what a page shows of it, and what it takes from a person. It stands in for
// the softphone of Connect that a browser would open on AWS.
import { z } from 'zod';
import { type ContactId, contactId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import { attemptFrom } from '../../simulation/centre/network-telephony.ts';
import { MISSED } from '../../simulation/phone-network/call-distributor.ts';
import type { Seat } from '../../simulation/phone-network/seat.ts';
import type { JsonObject } from '../json.ts';
import { attributesOf } from './connect-instance.ts';
import type { Desks, Destination } from './desks.ts';

/** E.164. */
const OUTSIDE = /^\+[1-9]\d{6,14}$/;

/** Its path on the gateway. */
export const TELEPHONE = '/telephone';

export const TelephoneCommand = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('become'),
    state: z.enum(['available', 'break', 'offline']),
    name: z.string().min(1).max(100).optional(),
  }),
  z.strictObject({ do: z.literal('accept') }),
  z.strictObject({ do: z.literal('reject') }),
  z.strictObject({ do: z.literal('hang-up') }),
  z.strictObject({ do: z.literal('hold'), on: z.boolean() }),
  z.strictObject({ do: z.literal('mute'), on: z.boolean() }),
  z.strictObject({ do: z.literal('transfer'), to: z.string().min(1).max(300) }),
  z.strictObject({ do: z.literal('call'), number: z.string().regex(OUTSIDE) }),
  z.strictObject({ do: z.literal('finish') }),
]);
export type TelephoneCommand = z.output<typeof TelephoneCommand>;

export class Telephone {
  private readonly desks: Desks;
  private readonly seat: Seat;
  private muted: ContactId | undefined;

  constructor(desks: Desks, seat: Seat) {
    this.desks = desks;
    this.seat = seat;
  }

  /** Why the command does nothing; undefined: it was carried out. */
  carryOut(command: TelephoneCommand): string | undefined {
    const done = this.tried(command);
    if (typeof done === 'string') return done;
    return done ? undefined : NOTHING_TO[command.do];
  }

  private tried(command: TelephoneCommand): boolean | string {
    const { seat, desks } = this;
    switch (command.do) {
      case 'become':
        return this.become(command.state, command.name);
      case 'hold':
        return desks.hold(seat, command.on);
      case 'mute':
        return this.mute(command.on);
      case 'transfer':
        return this.transfer(command.to);
      case 'call':
        return desks.call(seat, command.number);
      case 'accept':
        return seat.accept();
      case 'reject':
        return seat.reject();
      case 'hang-up':
        return seat.hangUp();
      case 'finish':
        return seat.finish();
    }
  }

  private become(state: 'available' | 'break' | 'offline', name?: string): boolean | string {
    if (state !== 'break') {
      this.seat.become(state === 'available' ? 'free' : 'offline');
      return true;
    }
    const breaks = this.desks.breaks();
    if (name === undefined || !breaks.includes(name))
      return `there is no break '${name ?? ''}'; there are: ${breaks.join(', ') || 'none'}`;
    this.seat.become('break', name);
    return true;
  }

  private mute(on: boolean): boolean {
    const { doing, contact } = this.seat.view();
    if (doing !== 'talking') return false;
    this.muted = on ? contact : undefined;
    return true;
  }

  /** @param arn of a destination, or a number outside, E.164 */
  private transfer(arn: string): boolean | string {
    if (OUTSIDE.test(arn)) return this.desks.transferOutside(this.seat);
    const to = this.desks.destinations(this.seat).find((one) => one.arn === arn);
    if (to === undefined) return 'there is no such destination, or the agent has left';
    return this.desks.transfer(this.seat, to);
  }

  /** All there is to show. */
  view(): JsonObject {
    const { doing, since, breakName, next } = this.seat.view();
    const busy = doing === 'ringing' || doing === 'talking' || doing === 'wrap-up';
    const kind = doing === 'break' || doing === 'offline' ? doing : 'available';
    const missed = doing === 'break' && breakName === MISSED;
    return {
      agent: this.seat.identity.id,
      state: {
        kind: missed ? 'missed' : kind,
        ...(kind === 'break' && !missed && breakName !== undefined && { name: breakName }),
        since: toIso(since),
      },
      ...(next !== undefined && {
        next: { kind: next, ...(breakName !== undefined && { name: breakName }) },
      }),
      breaks: [...this.desks.breaks()],
      destinations: this.desks.destinations(this.seat).map((one: Destination) => ({ ...one })),
      ...(busy && { call: this.call() }),
    };
  }

  private call(): JsonObject {
    const { doing, since, isOnHold, contact: id = contactId('') } = this.seat.view();
    const contact = this.desks.contact(id);
    const facts = this.desks.factsOf(id);
    const attributes = contact ? attributesOf(contact) : {};
    const whose = attemptFrom(attributes);
    const limit = this.desks.wrapUpLimit(this.seat);
    const isDialing = doing === 'talking' && facts?.connectedToAgent === undefined;
    const given = {
      campaign: attributes.campaign,
      record: whose?.ref.record,
      attempt: whose?.attempt,
      phone: contact?.phone,
    };
    return {
      contact: id,
      phase: isDialing ? 'dialing' : doing,
      since: toIso(since),
      direction: DIRECTIONS[contact?.initiationMethod ?? 'API'],
      byHand: this.desks.answersByHand(this.seat),
      onHold: isOnHold,
      muted: this.muted === id,
      ...(facts?.connectedToAgent !== undefined && { connected: toIso(facts.connectedToAgent) }),
      ...(doing === 'wrap-up' &&
        limit > 0 && { ends: new Date(since + limit * 1000).toISOString() }),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    } as JsonObject;
  }
}

const DIRECTIONS = {
  API: 'outbound',
  INBOUND: 'inbound',
  DISCONNECT: 'inbound',
  TRANSFER: 'transfer',
  EXTERNAL_OUTBOUND: 'transfer',
  OUTBOUND: 'outbound',
} as const;

const NOTHING_TO: Readonly<Record<TelephoneCommand['do'], string>> = {
  become: 'the state cannot be changed',
  accept: 'no call rings any more',
  reject: 'no call rings any more',
  'hang-up': 'there is no call to end any more',
  hold: 'there is no call to put on hold any more',
  mute: 'there is no call any more',
  transfer: 'there is no call to hand on any more',
  call: 'you are in a call, or not there',
  finish: 'there is nothing to finish any more',
};
