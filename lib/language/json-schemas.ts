// The language for editors: one JSON Schema per kind of file, from the schemas the loader uses.
// Files name theirs in a first line `# yaml-language-server: $schema=…`, and editors complete and
// check while one types (NEW-1).
import { z } from 'zod';
import { FILE_SCHEMAS, type FileKind } from './folder-layout.ts';

const TITLES: Readonly<Record<FileKind, string>> = {
  centre: 'centre.yaml: the contact centre',
  hours: 'hours.yaml: opening hours',
  groups: 'groups.yaml: agent groups',
  queues: 'queues.yaml: queues',
  campaign: 'campaigns/<id>.yaml: a campaign',
  rule: 'rules/<id>.yaml: a callback rule',
  scenarios: 'rules/<id>.test.yaml: scenarios of a callback rule',
  ivr: 'ivrs/<id>.yaml: an IVR',
  'ivr-tests': 'ivrs/<id>.test.yaml: tests of an IVR',
  behaviour: 'behaviour.yaml: the people of a dry run',
  prices: 'prices.yaml: prices a dry run reckons with',
};

/** File name to its text. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  const entries = Object.entries(FILE_SCHEMAS).map(([kind, schema]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    const titled = { $schema, title: TITLES[kind as FileKind], ...rest };
    return [`${kind}.schema.json`, `${JSON.stringify(titled, null, 2)}\n`];
  });
  return Object.fromEntries(entries);
}
