// Tasks of the ledger: who may be contacted (REC-13, NEW-8).
import { z } from 'zod';
import { PURPOSES, REACHED_BY } from '../../domain/ledger/ledger.ts';
import { KEEPS_FAILING, type Task } from './wiring.ts';

const At = z.number().describe('epoch milliseconds');
const Channel = z.enum(REACHED_BY).describe('every channel when missing');
const Text = z.string().min(1).max(1000);

const Listing = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('blacklist'),
    campaign: z.string().optional().describe('every campaign when missing'),
    channel: Channel.optional(),
    reason: Text,
    until: At.optional().describe('for good when missing'),
  }),
  z
    .object({
      kind: z.literal('allow'),
      campaign: z.string().optional(),
      channel: Channel.optional(),
    })
    .describe('takes it off the blacklist'),
]);

const Consenting = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('consent'),
    purpose: z.enum(PURPOSES).default('marketing'),
    channel: z.enum(REACHED_BY),
    source: Text.describe('where it was given'),
    wording: Text.optional(),
    at: At.optional().describe('when it was given; now when missing'),
  }),
  z.object({
    kind: z.literal('withdraw'),
    purpose: z.enum(PURPOSES).optional().describe('every purpose when missing'),
    channel: Channel.optional(),
    wording: Text.optional().describe('how the person said so'),
  }),
]);

export const LEDGER_TASKS = {
  'change-ledger': {
    trigger: 'invoke',
    memory: 256,
    timeout: 20,
    alarm: KEEPS_FAILING,
    ports: ['clock', 'definitions', 'ledger'],
    does: 'Puts a number, an address or a prefix on the blacklist or takes it off; records that a consent was given or withdrawn.',
    input: z.union([
      z.object({
        address: z.string().min(1).describe('a number in international form, or an e-mail address'),
        change: z.union([Listing, Consenting]),
        by: Text,
      }),
      z.object({
        prefix: z.string().regex(/^\+\d{1,14}$/, 'the beginning of a number, such as +4870'),
        change: Listing,
        by: Text,
      }),
    ]),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('changed') }),
      z.object({ kind: z.literal('unchanged') }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.string()) }),
    ]),
    faults: ['StoreUnavailable', 'RecordContended'],
  },
} as const satisfies Record<string, Task>;
