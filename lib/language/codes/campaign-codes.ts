// What can be wrong with a campaign and its channels.
import { type CodeEntry, error, warning } from './code-entry.ts';

export const CAMPAIGN_CODES = {
  'campaign-named-directory': error(
    'A campaign is called directory, and there is a directory of people: its records would be taken for theirs.',
    'campaigns/directory.yaml beside directory.yaml',
    'Give the file of the campaign another name.',
  ),
  'campaign-without-channel': warning(
    'A campaign has no channel, so nothing will happen in it.',
    'channels: {}',
    "Add 'outbound', 'inbound', 'sms' or 'email' under 'channels'.",
  ),
  'texts-and-calls': error(
    'A campaign has both the outbound and the SMS channel, so it is open whether its people are called or written to.',
    'channels: { outbound: …, sms: … }',
    'Make two campaigns of it; the same people may be in both.',
  ),
  'replies-to-name': error(
    'A campaign is to receive replies, but its texts come from a name, to which nobody can reply.',
    'sms: { from: Clinic, receiveReplies: true }',
    "Send from a number, or leave 'receiveReplies' out.",
  ),
  'replies-without-mailbox': error(
    'A campaign is to take answers to its e-mails, but no mailbox of the centre receives any.',
    'email: { queue: letters }, while no mailbox in centre.yaml has replies',
    "Add 'replies' to the mailbox that writes to its people, with a domain whose MX record points to SES.",
  ),
  'unknown-rule': error(
    'A campaign names a callback rule that has no file in rules/.',
    'rule: recal',
    'Use the name of a file in rules/ without .yaml, or create that file.',
  ),
  'unknown-ivr': error(
    'A campaign names an IVR that has no file in ivrs/.',
    'ivr: recepton',
    'Use the name of a file in ivrs/ without .yaml, or create that file.',
  ),
  'unknown-skill': error(
    'A campaign requires a skill that no group answering its calls has.',
    'skill: germn',
    "Add the skill to the 'skills' of a group that the queue has, or correct its name.",
  ),
  'unknown-field': error(
    'A message or an IVR uses a record field that a campaign using it does not have.',
    'text: Hello {{ nmae }}',
    "Use one of the campaign's fields, or add the field to the campaign.",
  ),
  'personal-data-in-address': warning(
    'The address of a page of another system holds data of the person, which stays in the history of the browser and in logs of that system.',
    'services: { crm: { name: CRM, url: "https://crm.example.org/?phone={{ phone }}" } }',
    "Use {{ record }} or a number that only that system can resolve, or write 'personalData: true' where this is meant.",
  ),
  'unknown-column-field': error(
    'A column of the contacts file is mapped to a field that the campaign does not have.',
    'columns: { fields: { nmae: Name } }',
    "Use one of the campaign's fields, or add the field.",
  ),
  'unknown-address-field': error(
    'The country or region of the address is to be read from a field that the campaign does not have.',
    'contactHours: { regionField: lnad }',
    "Use one of the campaign's fields, or add the field.",
  ),
  'significant-fields': error(
    'More than one field is marked as significant.',
    'two fields with significant: true',
    "Keep 'significant: true' on one field only.",
  ),
  'choice-without-options': error(
    "A field of type 'choice' has no options, or a field of another type has some.",
    'type: choice',
    "Give 'options' to a field of type 'choice', and to no other.",
  ),
  'email-column-missing': warning(
    'The rule sends e-mails, but the columns of the campaign include none with e-mail addresses.',
    'columns: { phone: Phone }',
    "Add 'email' to the columns of the campaign.",
  ),
  'email-without-unsubscribe': warning(
    'Marketing e-mails leave without a link to unsubscribe from them, which mailboxes and laws ask for.',
    'purpose: marketing, with a rule that sends e-mails',
    "Add 'unsubscribeAt' under 'email' in centre.yaml: the address of the API that the deployment prints.",
  ),
  'address-without-use': warning(
    'A field with the address is named, but everybody is assumed to be where the campaign is.',
    'contactHours: { where: campaign, regionField: land }',
    "Leave the field out, or write 'where: callee'.",
  ),
  'recontact-period': error(
    'A classifier schedules its recall later than its own longest recontact period allows.',
    'recontact: { after: 5 d, within: 3 d }',
    "Make 'after' shorter than 'within'.",
  ),
  'classifier-contradiction': error(
    'A classifier asks for two things that exclude each other, such as closing the record and calling again.',
    'closes: true\nrecontact: { after: 1 d }',
    'Keep one of the two.',
  ),
  'unknown-campaign': error(
    'A campaign that is named has no file in campaigns/.',
    'movesTo: sumer',
    'Use the name of a file in campaigns/ without .yaml, or create that file.',
  ),
  'records-not-taken': warning(
    'A classifier sends records to a campaign that takes none from this one, so they stay where they are.',
    'copiesTo: summer, with takesNoRecordsFrom: [spring] in summer.yaml',
    "Leave the classifier's 'movesTo' or 'copiesTo' out, or take the campaign off 'takesNoRecordsFrom'.",
  ),
  'contact-type-not-offered': warning(
    'A classifier is for contacts that the campaign does not have, so agents are not offered it for those.',
    'for: [sms], in a campaign that only calls',
    "Take it out of 'for', or add the channel to the campaign; for e-mails, a mailbox to centre.yaml.",
  ),
  'unhandled-limit': error(
    'The threshold at which agents get records again is not below the limit that keeps further ones from them.',
    'unhandled: { most: 2, until: 2 }',
    "Make 'until' smaller than 'most'.",
  ),
  'unhandled-unseen': warning(
    'A campaign limits the unhandled records of agents whom nobody looks at: they only take calls, and the dialer looks at those who dial.',
    'unhandled: { most: 5 }, in a campaign that only takes calls, with agentEvents: polled',
    "Set 'agentEvents: stream' under 'connect' in centre.yaml, or take the limit out.",
  ),
  'cap-without-use': warning(
    'A campaign caps contacts on channels that it does not contact people on.',
    'contactCaps: [{ most: 1, within: 7 d, channels: [sms] }], in a campaign that only calls',
    "Leave 'channels' out, or take the cap out.",
  ),
  'ring-time': error(
    'A call rings for 15 to 60 seconds; Connect does not accept any other time.',
    'ringFor: 90 s',
    'Write a time from "15 s" to "60 s".',
  ),
  'pickup-rate': error(
    "The pickup rate and 'per' belong to mode 'ratio', which cannot work without a pickup rate.",
    'mode: ratio',
    "Give 'pickupRate' in mode 'ratio', above 0%; delete it and 'per' in any other.",
  ),
  'ratio-abandons': warning(
    "A fixed ratio of calls per agent leaves many people who answer without an agent; mode 'predictive' keeps their share under a cap.",
    'mode: ratio\npickupRate: 30%',
    "Set 'mode: predictive' and delete 'pickupRate'.",
  ),
  'pacing-settings': error(
    "A cap on abandoned calls belongs to mode 'predictive', the only one that keeps it.",
    'mode: progressive\npacing: { cap: 2% }',
    "Delete 'pacing', or set 'mode: predictive'.",
  ),
  'before-call-work': error(
    "Before-call work belongs to mode 'preview', where an agent sees the record before the call.",
    'mode: progressive\nbeforeCallWork: 20 s',
    "Delete 'beforeCallWork', or set 'mode: preview'.",
  ),
  'handling-mode': error(
    "Agents can start calls only in mode 'preview', where records are offered to them; in the other modes the dialer dials ahead of them.",
    'handling: manual-web\nchannels: { outbound: { mode: predictive } }',
    "Set 'mode: preview', or leave 'handling' out.",
  ),
  'agent-rung-first': error(
    'Calls of an outbound channel cannot ring the agent first: Connect does that only for its own outbound campaigns.',
    'handling: manual-phone\nchannels: { outbound: { mode: preview } }',
    "Set 'handling: manual-web', so that the agent starts the call in the browser. Or move the outbound channel to a campaign of its own, with other groups.",
  ),
  'offer-for': error(
    'The time an agent has to start a call has no meaning where the dialer starts it.',
    'handling: automatic\nchannels: { outbound: { mode: preview, offerFor: 1 min } }',
    "Delete 'offerFor', or set 'handling: manual-web'.",
  ),
  'handling-differs': error(
    'A group works for campaigns of different handling, which Connect stores with the agent, not with the call.',
    'handling: manual-web',
    "Give the campaigns the same 'handling', or their queues different groups.",
  ),
  'hours-never-meet': error(
    'The hours in which the campaign calls and those in which people in a country may be called never overlap, so nobody there would ever be called.',
    'contactHours: { countries: { PL: { week: { mon-fri: 07:00-08:00 } } } }',
    "Make the two overlap, or delete the country's own hours.",
  ),
  'number-in-two-campaigns': error(
    'Customers who call a number reach one campaign.',
    'two campaigns with numbers: [main]',
    'Keep the number in one campaign, or claim another.',
  ),
  'callback-without-outbound': error(
    'A callback or recall is promised, but the campaign has no outbound channel to place it.',
    'callBack: always',
    "Add 'outbound' under 'channels' of the campaign, or do not promise the call.",
  ),
  'alert-without-reader': warning(
    'A campaign has an alert, but names no supervisor, so it is e-mailed to nobody.',
    'alerts: { poolBelow: 50 }',
    "Add 'supervisors' to the campaign: ids of 'supervisors' in centre.yaml.",
  ),
  'alert-without-mailbox': error(
    'A campaign e-mails alerts to its supervisors, but the centre has no mailbox to send them from.',
    'supervisors: [anna]\nalerts: { poolBelow: 50 }',
    "Add 'alerts: { mailbox: … }' to centre.yaml, with an id from its 'mailboxes'.",
  ),
  'unknown-event': error(
    'A webhook asks for an event that does not exist.',
    'events: [call.mised]',
    'Use a type from docs/events.md.',
  ),
  'webhook-target': error(
    'A webhook goes either to an https address or to an e-mail address; only an https address is signed for, and only an e-mail has a language.',
    'webhooks: { crm: { events: [call.missed] } }',
    "Give the webhook 'url' or 'email'; 'secret' goes with 'url', 'language' with 'email'.",
  ),
  'webhook-host': error(
    'A webhook names a host that is not public. Requests to private networks are refused.',
    'url: https://localhost/hook',
    'Use a host name that can be reached from the internet.',
  ),
  'webhook-secret': error(
    'The secret that signs a webhook is also used for something else. Whoever knows one could pretend to be the other.',
    'two webhooks with secret: crm',
    'Give each webhook a secret of its own, or leave the key out.',
  ),
  'webhook-without-mailbox': error(
    'Events are to be e-mailed, but the centre has no mailbox to send them from.',
    'webhooks: { desk: { email: desk@example.org, events: [call.missed] } }',
    "Add 'alerts: { mailbox: … }' to centre.yaml, with an id from its 'mailboxes'.",
  ),
  'survey-repeats': error(
    'A survey has the same question twice, or a question has the same key twice.',
    'keys: ["1", "2", "2"]',
    'Keep one of the two.',
  ),
} as const satisfies Record<string, CodeEntry>;
