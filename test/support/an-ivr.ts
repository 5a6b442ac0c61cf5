// An inbound campaign `line` with an IVR, as its authors would write it, over a small contact
// centre.
import type { z } from 'zod';
import type { Definitions } from '../../lib/language/definitions.ts';
import { Campaign } from '../../lib/language/schema/campaign.ts';
import { Centre, GroupsFile, QueuesFile } from '../../lib/language/schema/centre.ts';
import { HoursFile } from '../../lib/language/schema/hours.ts';
import type { Inbound } from '../../lib/language/schema/inbound.ts';
import { type Block, Ivr } from '../../lib/language/schema/ivr.ts';

export type BlocksInput = Readonly<Record<string, z.input<typeof Block>>>;
type QueueInput = z.input<typeof QueuesFile>[string];

interface LineInput {
  readonly blocks: BlocksInput;
  readonly ivr?: Omit<Partial<z.input<typeof Ivr>>, 'blocks'>;
  readonly inbound?: Partial<z.input<typeof Inbound>>;
  /** What differs from a plain queue. */
  readonly queues?: Readonly<Record<string, Partial<QueueInput>>>;
}

export const LINE = 'line';

export function inboundDefinitions(input: LineInput): Definitions {
  const queues = { sales: {}, service: {}, ...input.queues };
  return {
    centre: Centre.parse({
      name: 'Test centre',
      timeZone: 'Europe/Warsaw',
      languages: ['en'],
      country: 'PL',
      numbers: { main: { number: '+48221230000' }, other: { number: '+48221230001' } },
      extensions: { 101: 'eva' },
      mailboxes: { voice: { address: 'voice@example.org' } },
    }),
    hours: HoursFile.parse({ office: { week: { 'mon-fri': '08:00-20:00' } } }),
    groups: GroupsFile.parse({ team: { agents: ['eva', 'tom'], skills: ['polish'] } }),
    queues: QueuesFile.parse(
      Object.fromEntries(
        Object.entries(queues).map(([id, more]) => [
          id,
          { groups: ['team'], hours: 'office', callerWait: '60 s', ...more },
        ]),
      ),
    ),
    campaigns: {
      [LINE]: Campaign.parse({
        name: 'Line',
        fields: { name: { label: 'Name', significant: true } },
        classifiers: { done: { name: 'Done', success: true, closes: true } },
        channels: { inbound: { numbers: ['main'], ivr: 'greeting', ...input.inbound } },
      }),
    },
    rules: {},
    ivrs: { greeting: Ivr.parse({ name: 'Greeting', ...input.ivr, blocks: input.blocks }) },
    scripts: {},
  };
}
