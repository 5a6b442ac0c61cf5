// The channels a contact can be made on, as one table: adding a channel is a row here and a folder
// of its own decisions. A text to a due record, and a conversation that a reply begins, are
// attempts like calls; the texts themselves, and those that rules send, are messages (message.ts).
import type { ContactEnding } from './call-status.ts';

/** Who began the contact: we, or the customer. */
export type Direction = 'outbound' | 'inbound';

/**
 * What a contact goes through on any channel. 'unclear': the provider may or may not have begun it.
 * 'ended': it is over and its callback rule is still to be applied.
 */
const PHASES = [
  'ordered',
  'unclear',
  'started',
  'connected',
  'with-agent',
  'wrap-up',
  'ended',
] as const;
export type Phase = (typeof PHASES)[number];

interface ChannelFacts {
  /** Which of a record's addresses it goes to. */
  readonly endpoints: 'phones' | 'emails';
  /** One contact at a time with an endpoint, whatever campaign (DIA-7). */
  readonly locksEndpoint: boolean;
  /** First part of the campaign counters' names, by direction: `call:answered`. */
  readonly counters: Readonly<Record<Direction, string>>;
  /** How contacts can end, by direction. */
  readonly endings: Readonly<Record<Direction, readonly ContactEnding[]>>;
  /** Endings after which somebody or something at the other end was reached (CBR-15). */
  readonly reached: readonly ContactEnding[];
}

export const CHANNELS = {
  voice: {
    endpoints: 'phones',
    locksEndpoint: true,
    counters: { outbound: 'call', inbound: 'inbound' },
    endings: {
      outbound: ['answered', 'not-answered', 'error', 'busy', 'abandoned', 'voicemail'],
      inbound: ['answered', 'forwarded', 'abandoned'],
    },
    reached: ['answered', 'abandoned', 'voicemail'],
  },
  sms: {
    endpoints: 'phones',
    // who is on the telephone can still be written to
    locksEndpoint: false,
    counters: { outbound: 'sms', inbound: 'sms-reply' },
    endings: { outbound: ['sent', 'error'], inbound: ['received'] },
    reached: ['sent', 'received'],
  },
  email: {
    endpoints: 'emails',
    locksEndpoint: false,
    counters: { outbound: 'email', inbound: 'email-reply' },
    // no campaign contacts its records by e-mail; what it sends are messages
    endings: { outbound: ['sent', 'error'], inbound: ['received'] },
    reached: ['sent', 'received'],
  },
} as const satisfies Record<string, ChannelFacts>;

export type Channel = keyof typeof CHANNELS;

export const channelFacts = (channel: Channel): ChannelFacts => CHANNELS[channel];
