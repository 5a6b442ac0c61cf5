// The telephone of an agent, whoever makes it: the local cloud, Connect's softphone in this page,
// or Connect's agent workspace around it. All there is to show is one view, told anew when it
// changes; all one can do are a few commands. Everything else the desk does, it does over the API.
import type { Pace } from '../../kit/clock/server-clock.ts';

export type StateKind = 'available' | 'break' | 'offline' | 'missed';

export interface PhoneCall {
  /** Id in Connect. */
  readonly contact: string;
  /** dialing: the agent calls somebody by hand, who has not picked up. */
  readonly phase: 'ringing' | 'dialing' | 'talking' | 'wrap-up';
  readonly since?: string | undefined;
  /** When Connect ends the wrap-up. */
  readonly ends?: string | undefined;
  readonly direction: 'inbound' | 'outbound' | 'transfer';
  /** Whether the agent accepts; otherwise it is there by itself. */
  readonly byHand: boolean;
  readonly onHold: boolean;
  readonly muted: boolean;
  readonly phone?: string | undefined;
  /** Whose call it is, as far as it is known yet. */
  readonly campaign?: string | undefined;
  readonly record?: string | undefined;
  readonly attempt?: string | undefined;
}

export interface Destination {
  readonly kind: 'queue' | 'agent' | 'number';
  /** What `transfer` takes; of a number that was typed, the number itself (E.164). */
  readonly arn: string;
  readonly name: string;
}

export interface PhoneView {
  readonly state: {
    readonly kind: StateKind;
    readonly name?: string | undefined;
    readonly since?: string | undefined;
  };
  /** What follows the call. */
  readonly next?: { readonly kind: 'break' | 'offline'; readonly name?: string | undefined };
  /** Names of the breaks that can be taken. */
  readonly breaks: readonly string[];
  readonly destinations: readonly Destination[];
  readonly call?: PhoneCall | undefined;
}

/** connecting: not there yet, or lost · refused: it says why · there. */
export type PhoneStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'there'; readonly view: PhoneView };

export interface PhoneListener {
  status(status: PhoneStatus): void;
  pace(pace: Pace): void;
}

export interface Phone {
  /** Begins, and tells from now on. @returns ends it */
  open(listener: PhoneListener): () => void;
  become(state: 'available' | 'break' | 'offline', name?: string): Promise<void>;
  /** Calls somebody by hand. @param number E.164 */
  call(number: string): Promise<void>;
  accept(): Promise<void>;
  reject(): Promise<void>;
  hangUp(): Promise<void>;
  hold(on: boolean): Promise<void>;
  /** Where the page can. */
  mute?(on: boolean): Promise<void>;
  transfer(to: Destination): Promise<void>;
  /** Whether calls can be handed on to a number that is typed. */
  readonly takesNumbers: boolean;
  /** Ends the wrap-up. */
  finish(): Promise<void>;
  /** Says that the agent goes, where somebody waits for those who may come back. */
  leave?(): Promise<void>;
  /** Where time can be sped up. */
  setSpeed?(speed: number): Promise<void>;
}

/** A command was not carried out. */
export class PhoneRefusal extends Error {}
