// All definitions of a new centre, as texts: nothing is written here.

import { enquiriesFile, lineFile } from './files/campaign-files.ts';
import { centreFile, LANGUAGE_IDS } from './files/centre-file.ts';
import { contactsFile } from './files/contacts-file.ts';
import { ivrFile, ivrTestsFile } from './files/ivr-files.ts';
import { ruleFile, scenariosFile } from './files/rule-files.ts';
import { groupsFile, hoursFile, queuesFile } from './files/staff-files.ts';
import type { CentrePlan } from './plan.ts';
import type { SchemaLine } from './yaml.ts';

export interface NewFile {
  /** Within the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function centreFiles(plan: CentrePlan, schemaLine: SchemaLine): readonly NewFile[] {
  const yaml = (...[kind, file, text]: [...Parameters<SchemaLine>, string]): NewFile => ({
    path: file,
    text: `${schemaLine(kind, file)}${text}`,
  });
  const takesCalls = plan.channels.has('inbound');
  const lines = takesCalls ? plan.languages : [];
  return [
    yaml('centre', 'centre.yaml', centreFile(plan)),
    yaml('hours', 'hours.yaml', hoursFile(plan)),
    yaml('groups', 'groups.yaml', groupsFile(plan)),
    yaml('queues', 'queues.yaml', queuesFile(plan)),
    yaml('campaign', 'campaigns/enquiries.yaml', enquiriesFile(plan)),
    yaml('rule', 'rules/try-again.yaml', ruleFile(plan)),
    yaml('scenarios', 'rules/try-again.test.yaml', scenariosFile(plan)),
    ...lines.flatMap((language) => {
      const ivr = `ivrs/${LANGUAGE_IDS[language]}`;
      return [
        yaml('ivr', `${ivr}.yaml`, ivrFile(plan, language)),
        yaml('ivr-tests', `${ivr}.test.yaml`, ivrTestsFile(plan)),
      ];
    }),
    ...lines.slice(1).map((language) => {
      const file = `campaigns/line-${LANGUAGE_IDS[language]}.yaml`;
      return yaml('campaign', file, lineFile(language));
    }),
    { path: 'contacts.csv', text: contactsFile(plan) },
  ];
}
