// A small contact centre as its authors would write it, with what a test cares about put in.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Definitions } from '../../lib/language/definitions.ts';
import { Campaign } from '../../lib/language/schema/campaign.ts';
import { Centre, GroupsFile, type Queue, QueuesFile } from '../../lib/language/schema/centre.ts';
import { Directory, directoryAsCampaign } from '../../lib/language/schema/directory.ts';
import { HoursFile } from '../../lib/language/schema/hours.ts';
import { Ivr } from '../../lib/language/schema/ivr.ts';
import { Rule } from '../../lib/language/schema/rule.ts';
import { Script } from '../../lib/language/schema/script.ts';

type CampaignInput = z.input<typeof Campaign>;
/** Where the mailbox receives. */
export const REPLIES = 'reply.example.org';

type OutboundInput = NonNullable<CampaignInput['channels']['outbound']>;
type InboundInput = NonNullable<CampaignInput['channels']['inbound']>;
export type BlocksInput = z.input<typeof Ivr>['blocks'];
export type RuleInput = z.input<typeof Rule>;

export interface CentreInput {
  readonly campaign?: Omit<Partial<CampaignInput>, 'channels'>;
  readonly outbound?: Partial<OutboundInput>;
  /** Customers can call, too; what differs from the plainest IVR. */
  readonly inbound?: Partial<InboundInput>;
  /** The SMS channel is on. */
  readonly sms?: NonNullable<CampaignInput['channels']['sms']>;
  readonly emailRates?: { readonly recipientsPerSecond: number };
  /** With it the mailbox receives, too. */
  readonly email?: NonNullable<CampaignInput['channels']['email']>;
  /** The channel of the dialer is off. */
  readonly noOutbound?: boolean;
  /** Blocks of the IVR `reception`, beside an answer block that leads to `first`. */
  readonly blocks?: BlocksInput;
  /** What differs from the plainest queue `sales`. */
  readonly queue?: Partial<z.input<typeof Queue>>;
  readonly extensions?: Readonly<Record<string, string>>;
  /** The campaign's callback rule. Recall after two hours, whatever happened, when missing. */
  readonly rule?: RuleInput;
  readonly hours?: z.input<typeof HoursFile>;
  readonly agents?: readonly string[];
  /** By id; alerts are sent from the mailbox `appointments`. */
  readonly supervisors?: z.input<typeof Centre>['supervisors'];
  /** More campaigns over the same queue: id to what differs. */
  readonly also?: Readonly<Record<string, Partial<CampaignInput>>>;
  /** How fast texts may leave; as AWS allows at first when missing. */
  readonly textRates?: { readonly messagesPerSecond: number; readonly partsPerSecond: number };
  readonly callsPerSecond?: number;
  /** How the dialer learns what agents do: by the stream when missing. */
  readonly agentEvents?: NonNullable<z.input<typeof Centre>['connect']>['agentEvents'];
  /** Who is asked whether numbers are in service. */
  readonly hlr?: z.input<typeof Centre>['hlr'];
  /** How often people may be contacted, in every campaign. */
  readonly contactCaps?: z.input<typeof Centre>['contactCaps'];
  /** The directory of people; none when missing. */
  readonly directory?: z.input<typeof Directory>;
  /** Call scripts by id. */
  readonly scripts?: Readonly<Record<string, z.input<typeof Script>>>;
}

export const ZONE = 'Europe/Warsaw';

const callAgain: RuleInput = {
  name: 'Call again',
  start: 'again',
  tiles: { again: { kind: 'recontact', after: '2 h' } },
};

/** A rule that decides nothing. */
export const leaveIt: RuleInput = {
  name: 'Leave it',
  start: 'done',
  tiles: { done: { kind: 'end' } },
};

/**
 * Staffed Monday to Friday 8 to 20, recalls 9 to 19, in Warsaw; campaigns `spring` and those of
 * `also`.
 */
export function definitions(input: CentreInput = {}): Definitions {
  const { rule = callAgain, agents = ['eva', 'tom'] } = input;
  const spring: CampaignInput = {
    name: 'Spring',
    fields: { name: { label: 'Name', significant: true } },
    classifiers: {
      sold: { name: 'Sold', success: true, closes: true },
      refused: { name: 'Not interested', closes: true },
    },
    ...input.campaign,
    channels: {
      outbound: !input.noOutbound
        ? {
            queue: 'sales',
            callerIds: ['main'],
            recallHours: 'recalls',
            rule: 'rule',
            ...input.outbound,
          }
        : undefined,
      inbound: input.inbound && { numbers: ['main'], ivr: 'reception', ...input.inbound },
      sms: input.sms,
      email: input.email,
    },
  };
  const also = Object.entries(input.also ?? {}).map(([id, more]) => [
    id,
    Campaign.parse({ ...spring, ...more }),
  ]);
  return {
    ...(input.directory && { directory: directoryAsCampaign(Directory.parse(input.directory)) }),
    centre: Centre.parse({
      name: 'Test centre',
      timeZone: ZONE,
      languages: ['en'],
      country: 'PL',
      numbers: { main: { number: '+48221230000' } },
      sms: { numbers: ['+48501230000'], names: ['Ringback'], ...input.textRates },
      extensions: input.extensions ?? {},
      contactCaps: input.contactCaps,
      supervisors: input.supervisors,
      hlr: input.hlr,
      email: input.emailRates,
      alerts: { mailbox: 'appointments' },
      mailboxes: {
        appointments: {
          address: 'appointments@example.org',
          ...(input.email && { replies: REPLIES }),
        },
      },
      connect: {
        callsPerSecond: input.callsPerSecond ?? 20,
        burst: input.callsPerSecond ? 2 : 40,
        agentEvents: input.agentEvents,
      },
    }),
    hours: HoursFile.parse({
      office: { week: { 'mon-fri': '08:00-20:00' } },
      recalls: { week: { 'mon-fri': '09:00-19:00' } },
      ...input.hours,
    }),
    groups: GroupsFile.parse({ team: { agents } }),
    queues: QueuesFile.parse({ sales: { groups: ['team'], hours: 'office', ...input.queue } }),
    campaigns: { spring: Campaign.parse(spring), ...Object.fromEntries(also) },
    rules: { rule: Rule.parse(rule) },
    ivrs: {
      reception: Ivr.parse({
        name: 'Reception',
        blocks: {
          pick: { kind: 'answer', next: 'first' },
          first: { kind: 'queue', queue: 'sales', next: 'bye' },
          bye: { kind: 'disconnect' },
          ...input.blocks,
        },
      }),
    },
    scripts: Object.fromEntries(
      Object.entries(input.scripts ?? {}).map(([id, script]) => [id, Script.parse(script)]),
    ),
  };
}

/** A rule as it stands in the examples. */
export function exampleRule(name: string): RuleInput {
  const file = new URL(`../../examples/clinic-recall/rules/${name}.yaml`, import.meta.url);
  return parse(readFileSync(file, 'utf8')) as RuleInput;
}
