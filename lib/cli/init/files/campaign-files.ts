// campaigns/: the people who are called, and a line for each other language.
import type { Language } from '../../../language/schema/basics.ts';
import type { CentrePlan } from '../plan.ts';
import { TEXTS } from '../texts.ts';
import { linesOf, scalar } from '../yaml.ts';
import { LANGUAGE_IDS } from './centre-file.ts';

export function enquiriesFile(plan: CentrePlan): string {
  const { texts, channels } = plan;
  const { columns, classifiers } = texts;
  const takesCalls = channels.has('inbound');
  return linesOf(
    `name: ${scalar(texts.campaign)}`,
    takesCalls
      ? 'goal: none # it goes on taking calls after everybody has been called'
      : 'goal: exhaustion # it ends when everybody has been called',
    '',
    'channels:',
    '  outbound:',
    '    mode: progressive # one call for each agent who is free',
    '    queue: offers',
    '    callerIds: [main]',
    '    rule: try-again # what follows a call: rules/try-again.yaml',
    '    recallHours: office',
    takesCalls ? inbound('main', LANGUAGE_IDS[plan.languages[0]]) : undefined,
    '',
    'fields:',
    '  name:',
    `    label: ${scalar(columns.name)}`,
    '    required: true',
    '    significant: true',
    '  interest:',
    `    label: ${scalar(columns.interest)}`,
    '',
    '# How a conversation can end: agents choose one of these.',
    'classifiers:',
    '  agreed:',
    `    name: ${scalar(classifiers.agreed)}`,
    '    success: true',
    '    closes: true',
    '  call-back:',
    `    name: ${scalar(classifiers.callBack)}`,
    '    recontact: { within: 14 d } # the agent enters when',
    '  thinking:',
    `    name: ${scalar(classifiers.thinking)}`,
    '    recontact: { after: 3 d }',
    '  not-interested:',
    `    name: ${scalar(classifiers.notInterested)}`,
    '    closes: true',
    '  wrong-person:',
    `    name: ${scalar(classifiers.wrongPerson)}`,
    '    closes: true',
    '',
    '# The columns of contacts.csv.',
    'columns:',
    `  phone: ${scalar(columns.phone)}`,
    channels.has('email') ? `  email: ${scalar(columns.email)}` : undefined,
    '  fields:',
    `    name: ${scalar(columns.name)}`,
    `    interest: ${scalar(columns.interest)}`,
  );
}

const inbound = (number: string, ivr: string): string =>
  linesOf('  inbound:', `    numbers: [${number}]`, `    ivr: ${ivr}`).trimEnd();

/** A line of its own for a language, whose callers are called back in it. */
export function lineFile(language: Language): string {
  const { line, columns, classifiers } = TEXTS[language];
  const id = LANGUAGE_IDS[language];
  return linesOf(
    `name: ${scalar(line.name)}`,
    'goal: none',
    '',
    'channels:',
    inbound(id, id),
    '  # Those who ask for it are called back.',
    '  outbound:',
    '    queue: offers',
    `    callerIds: [${id}]`,
    '    rule: try-again',
    '    recallHours: office',
    '',
    'fields:',
    '  name:',
    `    label: ${scalar(columns.name)}`,
    '    significant: true',
    '  interest:',
    `    label: ${scalar(columns.interest)}`,
    '',
    'classifiers:',
    '  agreed:',
    `    name: ${scalar(classifiers.agreed)}`,
    '    success: true',
    '    closes: true',
    '  call-back:',
    `    name: ${scalar(classifiers.callBack)}`,
    '    recontact: { within: 14 d }',
    '  not-interested:',
    `    name: ${scalar(classifiers.notInterested)}`,
    '    closes: true',
  );
}
