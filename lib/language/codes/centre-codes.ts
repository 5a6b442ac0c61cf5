// What can be wrong with the parts that all campaigns share, and with references to them.
import { type CodeEntry, error, warning } from './code-entry.ts';

export const CENTRE_CODES = {
  'unknown-hours': error(
    'Hours are named that hours.yaml does not have.',
    'hours: offce',
    'Use an id from hours.yaml, or add the hours there.',
  ),
  'unknown-group': error(
    'A queue names a group that groups.yaml does not have.',
    'groups: [receptoin]',
    'Use an id from groups.yaml, or add the group there.',
  ),
  'unknown-queue': error(
    'A campaign, an IVR or another queue names a queue that queues.yaml does not have.',
    'queue: recal',
    'Use the id of a queue, or add the queue to queues.yaml.',
  ),
  'unknown-agent': error(
    'An extension leads to an agent who is not in any group.',
    'extensions: { "101": ana }',
    'Use a user name from groups.yaml, or add the agent to a group.',
  ),
  'unknown-number': error(
    'A campaign or an IVR names a number that centre.yaml does not have.',
    'callerIds: [mian]',
    "Use an id from 'numbers' in centre.yaml, or add the number there.",
  ),
  'unknown-mailbox': error(
    'An e-mail, a voicemail or an alert is sent from a mailbox that centre.yaml does not have.',
    'mailbox: hello',
    "Use an id from 'mailboxes' in centre.yaml, or add the mailbox there.",
  ),
  'unknown-supervisor': error(
    'A campaign names a supervisor whom centre.yaml does not have.',
    'supervisors: [ania]',
    "Use an id from 'supervisors' in centre.yaml, or add the supervisor there.",
  ),
  'replies-unread': warning(
    'A mailbox receives, but no campaign takes answers to its e-mails, so nobody is written to from the address that receives.',
    'replies: reply.example.com, while no campaign has the channel email',
    "Add 'email' under 'channels' of the campaigns whose agents are to answer, or leave 'replies' out.",
  ),
  'replies-at-mailbox': error(
    'A mailbox receives on the domain of its own address: all mail of that domain would go to SES, the mailbox and everybody else at it included.',
    'address: hello@example.com, replies: example.com',
    "Take a domain that has no mailboxes, such as 'reply.example.com'.",
  ),
  'unknown-sender': error(
    'A text message is sent from a number or name that centre.yaml does not have.',
    'from: "+48600100100"',
    "Use 'random', a number or a name from 'sms' in centre.yaml, or add it there.",
  ),
  'unknown-recording': error(
    'A recording or music is named that is not in recordings/.',
    'say: { recording: welcom.wav }',
    'Put the file into the folder recordings/, or correct its name.',
  ),
  'recording-format': error(
    'Connect plays WAV files of 8 kHz, one channel and µ-law encoding, under 50 MB and five minutes. MP3 files are converted at deployment.',
    'say: { recording: stereo.wav }',
    'Convert it: ffmpeg -i in.wav -ar 8000 -ac 1 -c:a pcm_mulaw out.wav, or use an MP3 file.',
  ),
  'unknown-country': error(
    'A country is named by a code that no country has.',
    'country: UK',
    'Use the ISO 3166 code of the country, such as PL or GB.',
  ),
  'number-needs-papers': warning(
    'A number of a country is to be claimed where AWS asks for documents about your company first, as most countries require. Until it has them, the deployment fails.',
    'claim: { country: PL }',
    "Ask for it in a support case early, then write 'number' and 'arn' instead of 'claim'; for a first deployment claim a number of US, CA or GB.",
  ),
  'over-quota': warning(
    'The centre needs more of something than its Connect instance allows, so the deployment fails.',
    'six numbers, where a new instance allows five',
    "Ask for a higher quota (Service Quotas, Amazon Connect), then write it under 'connect: { quotas: … }'.",
  ),
  'template-syntax': error(
    'A message, spoken text or request is not a valid Liquid template.',
    'text: Hello {{ name }',
    'Close every {{ }} and {% %}; see the Liquid documentation for tags and filters.',
  ),
  'date-pattern': error(
    'A date pattern has parts that the filter date does not replace, so they would be sent as they are.',
    'text: "Until {{ end | date: \'DD.MM.YYYY\' }}"',
    'Use %d, %m, %Y and %y, such as "%d.%m.%Y".',
  ),
  'hours-never-open': error(
    'Hours are closed on every day of the week, so whatever waits for them waits forever.',
    'week: { mon: closed }',
    'Give at least one day of the week hours.',
  ),
  'agent-in-two-groups': error(
    'An agent is in more than one group; in Connect an agent has exactly one routing profile.',
    'sales: { agents: [anna] }\nrecall: { agents: [anna] }',
    'Keep the agent in one group and let queues share groups.',
  ),
  'break-name-taken': error(
    'Two breaks have the same name, or one has a name of a state that Connect has itself; agents could not tell them apart.',
    'breaks: { lunch: { name: Break }, coffee: { name: Break } }',
    "Give each break a name of its own, other than 'Available' and 'Offline'.",
  ),
  'hlr-settings': error(
    'The provider of HLR checks cannot be asked as described, or one of its answers means two things.',
    'hlr: { request: { url: "https://hlr.example.org/{{ phone }}" } }',
    'Use {{ number }} or {{ digits }} in the request, and each answer under one of valid and invalid.',
  ),
  'queue-overflow-loop': error(
    'Callers would move from queue to queue in a circle.',
    'sales: { overflow: help }\nhelp: { overflow: sales }',
    "Delete the 'overflow' of one of the queues.",
  ),
  'priority-steps-fall': error(
    'A call that waits longer would be answered later, or no sooner.',
    'steps: [{ after: 2 min, coefficient: 4 }, { after: 1 min, coefficient: 2 }]',
    'Put the steps in order: each later than the one before, with a greater coefficient.',
  ),
  'centre-without-campaign': warning(
    'The contact centre has no campaign, so it neither calls nor answers.',
    'a folder without files in campaigns/',
    'Add a campaign: campaigns/<id>.yaml.',
  ),
  'unused-queue': warning(
    'No campaign or IVR uses the queue, so no contact will ever wait in it.',
    'a queue that no campaign and no IVR names',
    "Name the queue in a campaign's channel or a block of an IVR, or delete it.",
  ),
  'unused-group': warning(
    'No queue has the group, so its agents receive no contacts.',
    'a group that no queue names',
    "Add the group to the 'groups' of a queue, or delete it.",
  ),
} as const satisfies Record<string, CodeEntry>;
