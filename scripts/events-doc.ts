// docs/events.md: the event catalogue for those who subscribe, from the catalogue and the examples.
import { readFileSync } from 'node:fs';
import { type CatalogueEntry, EVENT_CATALOGUE } from '../lib/domain/events/event-schemas.ts';
import type { EntryType } from '../lib/domain/model/journal.ts';
import { schemaFile } from './event-schemas.ts';

const INTRODUCTION = `# Events

Everything that happens to records and campaigns is an event on the event bus \`<deployment>\`, and a webhook where a campaign asks
for it ([webhooks.md](webhooks.md)). Generated from the event catalogue (\`lib/domain/events\`) by \`npm run generate\`.

| in an event of EventBridge | is |
|---|---|
| \`source\` | \`ringback\` |
| \`detail-type\` | the type, such as \`call.ended\` |
| \`detail\` | what the schema of the type says |

The JSON Schemas are in [\`schemas/events\`](../schemas/events), \`<type>.v<version>.schema.json\`; types for TypeScript in
[\`schemas/events/index.d.ts\`](../schemas/events/index.d.ts); an event of each kind, from a run of the tests, in
[\`schemas/events/examples\`](../schemas/events/examples).

- **Twice:** an event may arrive more than once. \`detail.id\` is the same each time.
- **Order:** events may overtake each other. \`detail.sequence\` grows with every event of the same record (or of the campaign itself);
  numbers are left out. Across records there is only \`detail.at\`.
- **Versions:** within a version, fields and values may be added, so ignore what you do not know. Anything else gets a new
  \`detail.version\`. A test holds the schemas against those of the last release.
- **Moments:** \`at\` is ISO 8601 in UTC; other moments within a detail are epoch milliseconds.
- **Personal data:** the column *names* says whom an event may tell about. *staff*: names of agents and of people who work in the
  centre. *person*: what was entered about the customer, or the last digits of their number. Whoever receives these keeps copies
  that the deletion of a contact does not reach ([personal-data.md](personal-data.md)).
`;

/** The kinds that integrators ask for first (WHK-1), as they call them. */
const ASKED_FOR: readonly (readonly [what: string, events: readonly EntryType[]])[] = [
  ['a single record was added', ['record.added']],
  ['a call was answered by the customer or an agent', ['call.answered']],
  ['a conversation was classified', ['record.classified']],
  ['a call ended', ['call.ended']],
  ['a call was transferred', ['call.transferred']],
  ['a call was routed to an agent', ['call.routed']],
  ['a record was edited without an interaction', ['record.edited']],
  ['a call was missed', ['call.missed']],
];

const SUBSCRIBING = `Of calls we placed, \`call.answered\` by the customer and \`call.routed\` come when an agent has the call, when it has ended, or some three
seconds after Connect began to look for an agent, whichever is first; \`at\` is the moment itself. Of an answering machine they come with the
end of the call. Of callers they come at once.

## Subscribing

A rule on the bus passes on what you want, to any target of EventBridge. Calls that ended answered, of one campaign:

\`\`\`json
{
  "source": ["ringback"],
  "detail-type": ["call.ended"],
  "detail": { "campaign": ["spring-recall"], "status": ["answered"] }
}
\`\`\`

With the CDK, in a stack of your own:

\`\`\`ts
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';

const bus = EventBus.fromEventBusName(this, 'Ringback', 'ringback');
new Rule(this, 'AnsweredCalls', {
  eventBus: bus,
  eventPattern: {
    source: ['ringback'],
    detailType: ['call.ended'],
    detail: { campaign: ['spring-recall'], status: ['answered'] },
  },
  targets: [new SqsQueue(myQueue)],
});
\`\`\`

Records added one by one, without the rows of imported files, which have a \`row\`:

\`\`\`json
{
  "source": ["ringback"],
  "detail-type": ["record.added"],
  "detail": { "row": [{ "exists": false }] }
}
\`\`\`
`;

export function eventsDoc(): string {
  const of = (about: CatalogueEntry['about']) =>
    EVENT_CATALOGUE.filter((entry) => entry.about === about).map(rowOf);
  const head = ['| event | says | names |', '|---|---|---|'];
  return [
    INTRODUCTION,
    '## Asked for most',
    '',
    '| when | event |',
    '|---|---|',
    ...ASKED_FOR.map(([what, events]) => `| ${what} | ${events.map(code).join(', ')} |`),
    '',
    SUBSCRIBING,
    '## An example',
    '',
    '```json',
    exampleOf('record.classified'),
    '```',
    '',
    '## About records',
    '',
    ...head,
    ...of('record'),
    '',
    '## About campaigns',
    '',
    ...head,
    ...of('campaign'),
    '',
  ].join('\n');
}

function rowOf(entry: CatalogueEntry): string {
  const { type, says, names } = entry;
  return `| [\`${type}\`](../schemas/events/${schemaFile(entry)}) | ${says} | ${names} |`;
}

const code = (text: string): string => `\`${text}\``;

function exampleOf(type: EntryType): string {
  const file = new URL(`../schemas/events/examples/${type}.json`, import.meta.url);
  return readFileSync(file, 'utf8').trim();
}
