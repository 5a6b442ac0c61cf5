// Who may be contacted: the blacklist and consents.
import { z } from 'zod';
import { PURPOSES, REACHED_BY } from '../../domain/ledger/ledger.ts';
import { route } from '../route.ts';
import { Iso } from './shapes.ts';

const Text = z.string().min(1).max(1000);
const Channel = z.enum(REACHED_BY).optional().describe('every channel without it');
const Campaign = z.string().min(1).max(64).optional().describe('every campaign without it');

const Address = z
  .string()
  .min(3)
  .max(320)
  .describe('a number in international form, or an e-mail address');

const Listing = [
  z.strictObject({
    kind: z.literal('blacklist'),
    campaign: Campaign,
    channel: Channel,
    reason: Text,
    until: Iso.optional().describe('for good without it'),
  }),
  z.strictObject({ kind: z.literal('allow'), campaign: Campaign, channel: Channel }),
] as const;

const Consenting = [
  z.strictObject({
    kind: z.literal('consent'),
    purpose: z.enum(PURPOSES).default('marketing'),
    channel: z.enum(REACHED_BY),
    source: Text.describe('where it was given'),
    wording: Text.optional(),
    at: Iso.optional().describe('when it was given; now without it'),
  }),
  z.strictObject({
    kind: z.literal('withdraw'),
    purpose: z.enum(PURPOSES).optional().describe('every purpose without it'),
    channel: Channel,
    wording: Text.optional().describe('how the person said so'),
  }),
] as const;

const answer = z.object({ changed: z.boolean().describe('false: it was so already') });
const who = { roles: ['administrator'], scope: 'consents.write' } as const;

const Entry = z.object({
  prefix: z.string().optional().describe('the entry is for all numbers that begin so'),
  campaign: z.string().optional(),
  channel: z.enum(REACHED_BY).optional(),
  reason: z.string(),
  by: z.string(),
  at: Iso,
  until: Iso.optional(),
});

const Consent = z.object({
  purpose: z.enum(PURPOSES),
  channel: z.enum(REACHED_BY),
  source: z.string(),
  wording: z.string().optional(),
  at: Iso,
  withdrawn: z.object({ at: Iso, by: z.string(), wording: z.string().optional() }).optional(),
});

export const CONSENT_READS = {
  readConsents: route({
    method: 'GET',
    path: '/v1/consents',
    tag: 'contacts',
    summary: 'Read what is kept of a number or address: its entries on the blacklist and consents',
    details: 'Entries that are over and consents that were withdrawn are among them.',
    who: { roles: ['administrator'], scope: 'records.read' },
    query: z.object({ address: Address }),
    answer: z.object({ blacklist: z.array(Entry), consents: z.array(Consent) }),
    problems: ['not-possible'],
  }),
};

export const CONSENT_WRITES = {
  changeConsents: route({
    method: 'POST',
    path: '/v1/consents',
    tag: 'contacts',
    summary: 'Put a person on the blacklist or take them off; note a consent given or withdrawn',
    details: 'For all campaigns, unless one is named.',
    who,
    body: z.strictObject({
      address: Address,
      change: z.discriminatedUnion('kind', [...Listing, ...Consenting]),
    }),
    answer,
    problems: ['not-possible'],
  }),
  changePrefixes: route({
    method: 'POST',
    path: '/v1/consents/prefixes',
    tag: 'contacts',
    summary: 'Put all numbers with a beginning on the blacklist, or take them off',
    who,
    body: z.strictObject({
      prefix: z
        .string()
        .regex(/^\+\d{1,14}$/, 'the beginning of a number, such as +4870')
        .describe('the beginning of numbers, such as +4870'),
      change: z.discriminatedUnion('kind', Listing),
    }),
    answer,
    problems: ['not-possible'],
  }),
};
