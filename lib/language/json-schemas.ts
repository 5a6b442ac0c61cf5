// The language for editors: one JSON Schema per kind of file, from the schemas the loader uses.
// Files name theirs in a first line `# yaml-language-server: $schema=…`; editors then complete and
// check (NEW-1).
import { z } from 'zod';
import { FILE_SCHEMAS, type FileKind } from './folder-layout.ts';

const TITLES: Readonly<Record<FileKind, string>> = {
  centre: 'centre.yaml: the contact centre',
  hours: 'hours.yaml: opening hours',
  groups: 'groups.yaml: agent groups',
  queues: 'queues.yaml: queues',
  campaign: 'campaigns/<id>.yaml: a campaign',
  rule: 'rules/<id>.yaml: a callback rule',
  scenarios: 'rules/<id>.test.yaml: scenarios for a callback rule',
  ivr: 'ivrs/<id>.yaml: an IVR',
  'ivr-tests': 'ivrs/<id>.test.yaml: tests for an IVR',
  script: 'scripts/<id>.yaml: a call script',
  directory: 'directory.yaml: the directory of people',
  behaviour: 'behaviour.yaml: how people behave in a dry run',
  prices: 'prices.yaml: the prices a dry run calculates with',
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
