// rules/: what follows a call that reached nobody, and the scenarios that say so.
import type { CentrePlan } from '../plan.ts';
import { indented, linesOf, scalar } from '../yaml.ts';
import { senderOf } from './centre-file.ts';

export function ruleFile(plan: CentrePlan): string {
  const { texts, channels } = plan;
  const [sms, email] = [channels.has('sms'), channels.has('email')];
  return linesOf(
    `name: ${scalar(texts.rule)}`,
    'start: status',
    'tiles:',
    '  status:',
    '    kind: call-status',
    '    paths:',
    '      answered: done',
    '      busy: often-busy',
    '    otherwise: third-try',
    '',
    '  # A busy line is free again soon; from the third time on it counts as a try.',
    '  often-busy:',
    '    kind: calls-with-status',
    '    statuses: [busy]',
    '    compare: ">= 3"',
    '    met: third-try',
    '    unmet: soon',
    '  soon:',
    '    kind: recontact',
    '    after: 15 min',
    '',
    '  third-try:',
    '    kind: passes # how often the record has been here',
    '    compare: ">= 3"',
    `    met: ${email ? 'letter' : 'close'}`,
    `    unmet: ${sms ? 'second-try' : 'tomorrow'}`,
    sms ? textMessage(plan) : undefined,
    '  tomorrow:',
    '    kind: recontact',
    '    after: 1 d',
    email ? letter(plan) : '',
    '  close:',
    '    kind: close-record',
    '  done:',
    '    kind: end',
    "    note: The agent's classifier decides.",
  );
}

const inName = (plan: CentrePlan, text: string): string => text.replaceAll('{centre}', plan.name);

const textMessage = (plan: CentrePlan): string =>
  linesOf(
    '  second-try:',
    '    kind: passes',
    '    compare: ">= 2"',
    '    met: text-message',
    '    unmet: tomorrow',
    '  text-message:',
    '    kind: send-sms',
    `    from: ${senderOf(plan)}`,
    `    text: ${scalar(plan.texts.sms.replaceAll('{centre}', plan.plainName))}`,
    '    next: tomorrow',
  ).trimEnd();

const letter = (plan: CentrePlan): string =>
  linesOf(
    '',
    '  letter:',
    '    kind: send-email',
    '    mailbox: office',
    `    subject: ${scalar(plan.texts.email.subject)}`,
    '    text: |',
    indented(6, ...plan.texts.email.text.map((line) => inName(plan, line))),
    '    next: close',
  ).trimEnd();

export function scenariosFile(plan: CentrePlan): string {
  const [sms, email] = [plan.channels.has('sms'), plan.channels.has('email')];
  const again = sms ? 'third-try > second-try' : 'third-try';
  const second = sms ? `${again} > text-message` : again;
  const last = email ? 'third-try > letter > close' : 'third-try > close';
  return linesOf(
    '- name: the third try that reaches nobody is the last',
    given(plan),
    '  calls: [not-answered, error, not-answered]',
    '  expect:',
    `    - { path: status > ${again} > tomorrow, next: +1 d }`,
    `    - { path: status > ${second} > tomorrow, next: +1 d${sms ? ', sms: 1' : ''} }`,
    `    - { path: status > ${last}, ${email ? 'email: 1, ' : ''}state: closed }`,
    '',
    '- name: a busy line is tried again soon, and the third time on the next day',
    given(plan),
    '  calls: [busy, busy, busy]',
    '  expect:',
    `    - { path: status > often-busy > soon, next: +15 min, times: 2 }`,
    `    - { path: status > often-busy > ${again} > tomorrow, next: +1 d }`,
    '',
    '- name: a call that would come after hours waits until the morning',
    given(plan, `at: ${lastMinutes(plan.office.closes)}, `),
    '  calls: [busy]',
    '  expect:',
    `    - { path: status > often-busy > soon, next: 2026-03-03T${plan.office.opens} }`,
    '',
    '- name: somebody who wants to think it over is called three days later, as the classifier says',
    given(plan),
    '  calls: [{ status: answered, classifier: thinking }]',
    '  expect:',
    `    - { path: status > done, next: +3 d }`,
  );
}

const lastMinutes = (closes: string): string =>
  `2026-03-02T${String(Number(closes.slice(0, 2)) - 1).padStart(2, '0')}:50`;

/** Whose record it is. */
const given = (plan: CentrePlan, when = ''): string =>
  `  given: { ${when}fields: { name: ${scalar(plan.person)} } }`;
