// What the desk of an agent shows: their work, the window of a record, when to call again.
import { z } from 'zod';
import { route } from '../route.ts';
import { RecordView } from './records.ts';
import { IdOfCampaign, IdOfRecord, Iso } from './shapes.ts';

const OfRecord = z.object({ campaign: IdOfCampaign, record: IdOfRecord });
const OfCall = OfRecord.extend({
  attempt: z.string().min(1).max(64).describe('id of the contact, also of one that is offered'),
});

const own = { roles: ['agent'] } as const;
const works = { roles: ['administrator', 'supervisor', 'agent'], scope: 'records.read' } as const;

const Contact = z.object({
  campaign: IdOfCampaign,
  record: IdOfRecord,
  name: z.string().describe('value of the significant field; empty where there is none'),
  attempt: z.string(),
  channel: z.enum(['voice', 'sms', 'email']),
  direction: z.enum(['outbound', 'inbound']),
  phase: z.string().describe('ordered, started, connected, with-agent, wrap-up …'),
  since: Iso,
  until: Iso.describe('when an offer expires or the wrap-up ends'),
  awaitsYou: z.boolean().describe('an offer: the call starts when you say so'),
  rings: z.boolean().describe('a conversation that is announced; accept or reject it'),
  callsAt: Iso.optional().describe('an offer that was accepted: the before-call work ends then'),
});

const Question = z.object({
  field: z.string(),
  label: z.string(),
  type: z.string().describe('how values are checked: none, number, date, choice, pesel …'),
  options: z.array(z.string()).describe('of a choice'),
  required: z.boolean(),
  editable: z.boolean(),
  significant: z.boolean(),
  value: z.string(),
});

const Choice = z.object({
  classifier: z.string(),
  name: z.string(),
  success: z.boolean(),
  closes: z.boolean(),
  blacklists: z.boolean(),
  asksForOwner: z.boolean().describe('it makes the record private to an agent you name'),
  recontact: z
    .enum(['by-itself', 'you-choose'])
    .optional()
    .describe('it sets a recall: after its own time, or when you say'),
});

const Template = z
  .object({
    template: z.string(),
    name: z.string(),
    kind: z.enum(['sms', 'email']),
    text: z.string().describe('with the values of the record in it'),
    from: z.string().optional().describe('sender of a text message'),
    subject: z.string().optional(),
    mailbox: z.string().optional(),
    html: z.boolean().optional(),
    cc: z.array(z.string()).optional(),
    bcc: z.array(z.string()).optional(),
    attachments: z.array(z.string()).optional(),
  })
  .describe('a message to choose, change and send');

const PageOf = z.object({
  service: z.string(),
  name: z.string(),
  url: z.string().describe('https, with values of the record in it'),
  opens: z.enum(['with-record', 'by-hand']),
});

const May = z
  .object({
    classifyWithoutContact: z.boolean(),
    recallWithoutContact: z.boolean(),
    addRecords: z.boolean(),
    editContactData: z.boolean(),
    recallEarly: z.boolean(),
    seeCounts: z.boolean(),
    callOthers: z.boolean(),
  })
  .describe('what agents of the campaign may do beside their contacts');

export const MY_DESK_READS = {
  readDesk: route({
    method: 'GET',
    path: '/v1/desk',
    tag: 'calls',
    summary: 'Read what you are doing: your state, campaigns, contacts and offers',
    who: own,
    answer: z.object({
      now: Iso.describe('by the clock of the centre'),
      agent: z.string(),
      group: z.string(),
      activity: z.string(),
      since: Iso.optional(),
      breaks: z.array(
        z.object({
          break: z.string(),
          name: z.string(),
          longest: z.number().optional().describe('seconds'),
        }),
      ),
      campaigns: z.array(
        z.object({
          campaign: IdOfCampaign,
          name: z.string(),
          colour: z.string().optional().describe('of the window that announces a contact'),
          handling: z.enum(['automatic', 'manual-web', 'manual-phone']),
          conversations: z.boolean().describe('you read what people write to it'),
          may: May,
        }),
      ),
      music: z
        .string()
        .optional()
        .describe('file below /music of the pages, to be heard while you wait for a contact'),
      heldUp: z
        .array(
          z.object({
            campaign: IdOfCampaign,
            name: z.string(),
            left: z.int().describe('records you have left unclassified'),
            until: z.int().describe('when so many are left, further ones come again'),
          }),
        )
        .describe('campaigns whose limit of unhandled records keeps further ones from you'),
      contacts: z.array(Contact),
    }),
  }),
  listMyRecords: route({
    method: 'GET',
    path: '/v1/desk/records',
    tag: 'calls',
    summary: 'List your recalls, records reserved for you, and those you left unclassified',
    details:
      'At most 200, the first to come first. Recalls private to you are listed before they are due where `agentsMay.recallEarly` says so.',
    who: own,
    answer: z.object({
      items: z.array(
        z.object({
          campaign: IdOfCampaign,
          record: IdOfRecord,
          name: z.string(),
          as: z.enum(['recall', 'reserved', 'unhandled']),
          at: Iso.describe('when it is to be called, or was left'),
          classifier: z.string().optional().describe('name of the one set last'),
          attempt: z.string().optional().describe('to be classified, of one left unclassified'),
          mayCallNow: z.boolean().describe('a private recall that you may bring forward'),
          mayMove: z.boolean().describe('you may say when it is called'),
        }),
      ),
    }),
  }),
  listUnclaimed: route({
    method: 'GET',
    path: '/v1/desk/unclaimed',
    tag: 'calls',
    summary: 'List conversations by text and by e-mail of your queues that nobody has',
    details:
      'Those that came while nobody was there or everybody had as many as they may, also when their time has passed; at most 50 of a campaign, the longest first. `takeText` with `accept` makes one yours.',
    who: own,
    answer: z.object({
      items: z.array(
        z.object({
          campaign: IdOfCampaign,
          record: IdOfRecord,
          attempt: z.string().describe('id of the conversation'),
          channel: z.enum(['voice', 'sms', 'email']),
          name: z.string().describe('value of the significant field; empty where there is none'),
          since: Iso,
          until: Iso.optional().describe('when it becomes unhandled; missing where it is'),
        }),
      ),
    }),
  }),
  readMyCampaign: route({
    method: 'GET',
    path: '/v1/desk/campaigns/{campaign}',
    tag: 'calls',
    summary: 'Read what you see of a campaign you work on: its fields, and its records by state',
    who: own,
    params: z.object({ campaign: IdOfCampaign }),
    answer: z.object({
      campaign: IdOfCampaign,
      name: z.string(),
      may: May,
      fields: z.array(Question).describe('of a record that is added'),
      counts: z
        .object({ records: z.int(), states: z.record(z.string(), z.int()) })
        .optional()
        .describe('where agents may see them'),
    }),
  }),
  listRecontactTimes: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/recontact-times',
    tag: 'calls',
    summary: 'List the moments of a week at which the record may be called again',
    details:
      'Quarters of an hour within the hours of recalls, those allowed where the person is, and the limits of campaign and classifier.',
    who: works,
    params: OfRecord,
    query: z.object({
      from: z.iso
        .date()
        .optional()
        .describe('first day, in the zone of the centre; today without it'),
      classifier: z.string().min(1).max(64).optional(),
    }),
    answer: z.object({
      timeZone: z.string(),
      days: z.array(z.object({ date: z.iso.date(), times: z.array(Iso) })),
    }),
  }),
  readHistory: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/history',
    tag: 'calls',
    summary: 'Read the contacts with the person of a record, across campaigns and channels',
    details: 'At most 100, the latest first.',
    who: works,
    params: OfRecord,
    answer: z.object({
      items: z.array(
        z.object({
          at: Iso,
          campaign: IdOfCampaign,
          campaignName: z.string(),
          kind: z.enum(['call', 'sms', 'email']),
          direction: z.enum(['outbound', 'inbound']),
          status: z.string().optional(),
          agent: z.string().optional(),
          classifier: z.string().optional().describe('its name'),
          talked: z.number().optional().describe('seconds with an agent'),
          text: z.string().optional().describe('of a message'),
        }),
      ),
    }),
  }),
};

/** Rendered with the values of the record. */
export const WINDOW_DESK = {
  readWindow: route({
    method: 'GET',
    path: '/v1/campaigns/{campaign}/records/{record}/calls/{attempt}/window',
    tag: 'calls',
    summary:
      'Read the window of a contact: the record with its fields, and how it may be classified',
    who: works,
    params: OfCall,
    answer: z.object({
      now: Iso,
      campaign: IdOfCampaign,
      campaignName: z.string(),
      colour: z.string().optional(),
      name: z.string(),
      record: RecordView,
      contact: Contact.omit({ campaign: true, record: true, name: true, until: true }).extend({
        until: Iso.optional(),
        endpoint: z.string().describe('the number or address at the other end'),
        classifier: z.string().optional(),
        isOver: z.boolean().describe('classified, or left unclassified'),
      }),
      wrapUp: z.object({
        seconds: z.number(),
        extra: z.number().describe('seconds that can be taken in addition, once; 0: none'),
        isExtended: z.boolean(),
      }),
      fields: z.array(Question),
      mayEditContactData: z.boolean(),
      classifiers: z.array(Choice),
      owners: z.array(z.string()).describe('agents a record can be made private to'),
      messages: z
        .array(
          z.object({
            kind: z.enum(['sms', 'email']),
            by: z.enum(['us', 'them']),
            at: Iso,
            subject: z.string().optional(),
            text: z.string(),
            quoted: z.string().optional().describe('what an e-mail quotes of those before it'),
            files: z
              .array(z.object({ name: z.string(), size: z.number().describe('bytes') }))
              .optional()
              .describe('that came with an e-mail; they are not kept'),
            state: z.string().describe('ordered, sent, delivered, failed, received …'),
            reason: z.string().optional().describe('why it failed'),
          }),
        )
        .describe('text messages and e-mails with the person, the oldest first'),
      answersPlain: z
        .boolean()
        .describe('answers in a conversation are sent in plain letters: ł as l, č as c'),
      services: z.array(PageOf).describe('pages of other systems for the record'),
      templates: z.array(Template),
      senders: z.array(z.string()).describe('numbers and names that text messages come from'),
      mailboxes: z
        .array(z.object({ mailbox: z.string(), address: z.string() }))
        .describe('that send e-mails'),
    }),
  }),
};
