// ivrs/: what callers hear in a language, and the tests of it.
import type { Language } from '../../../language/schema/basics.ts';
import type { CentrePlan } from '../plan.ts';
import { TEXTS } from '../texts.ts';
import { linesOf, scalar } from '../yaml.ts';

/** Moments on the office's clock. */
const DAY = '2026-03-02T10:00';
const EVENING = '2026-03-02T20:00';

export function ivrFile({ name }: CentrePlan, language: Language): string {
  const { line } = TEXTS[language];
  const say = (text: string) => scalar(text.replaceAll('{centre}', name));
  return linesOf(
    `name: ${scalar(line.name)}`,
    `language: ${language}`,
    'blocks:',
    '  answer:',
    '    kind: answer',
    '    next: hours',
    '  hours:',
    '    kind: availability',
    '    hours: office',
    '    open: welcome',
    '    closed: closed',
    '',
    '  welcome:',
    '    kind: announcement',
    `    say: ${say(line.welcome)}`,
    '    next: agents',
    '  agents:',
    '    kind: queue',
    '    queue: offers',
    `    announcements: [${JSON.stringify(line.waiting)}]`,
    '    next: call-me',
    '  # Nobody was free: whoever does not want to be called back waits on.',
    '  call-me:',
    '    kind: callback',
    `    ask: ${say(line.offer)}`,
    '    next: thanks',
    '    declined: agents',
    '    failed: agents',
    '',
    '  closed:',
    '    kind: callback',
    `    ask: ${say(line.closed)}`,
    '    next: thanks',
    '    declined: goodbye',
    '    failed: goodbye',
    '',
    '  thanks:',
    '    kind: announcement',
    `    say: ${say(line.thanks)}`,
    '    next: goodbye',
    '  goodbye:',
    '    kind: disconnect',
  );
}

export function ivrTestsFile(plan: CentrePlan): string {
  const caller = JSON.stringify(plan.numbers.first);
  const call = (moment: string, from = caller) => `  call: { at: ${moment}, from: ${from} }`;
  const waits = 'path: answer > hours > welcome > agents > call-me';
  return linesOf(
    '- name: an agent answers',
    call(DAY),
    '  does: [waits 20 s, is answered]',
    '  expect: { path: answer > hours > welcome > agents, queue: offers, ends: agent }',
    '',
    '- name: nobody is free, so the caller asks to be called back',
    call(DAY),
    '  does: [waits 2 min, presses 1]',
    `  expect: { ${waits} > thanks > goodbye, callback: set, ends: disconnected }`,
    '',
    '- name: a caller who would rather wait is answered',
    call(DAY),
    '  does: [waits 2 min, presses 2, waits 1 min, is answered]',
    `  expect: { ${waits} > agents, ends: agent }`,
    '',
    '- name: a withheld number cannot be called back, so its caller waits on',
    call(DAY, 'withheld'),
    '  does: [waits 2 min, presses 1, waits 1 min]',
    `  expect: { ${waits} > agents, ends: waiting }`,
    '',
    '- name: whoever calls in the evening is called back in the morning',
    call(EVENING),
    '  does: [presses 1]',
    '  expect:',
    '    path: answer > hours > closed > thanks > goodbye',
    `    callback: ${plan.isAtHome ? `2026-03-03T${plan.office.opens}` : 'set'}`,
    '    ends: disconnected',
    '',
    '- name: whoever does not want that hears no more',
    call(EVENING),
    '  does: [presses 2]',
    '  expect: { path: answer > hours > closed > goodbye, callback: none, ends: disconnected }',
    '',
    '- name: neither does a caller whose number is withheld',
    call(EVENING, 'withheld'),
    '  does: [presses 1]',
    '  expect: { path: answer > hours > closed > goodbye, ends: disconnected }',
  );
}
