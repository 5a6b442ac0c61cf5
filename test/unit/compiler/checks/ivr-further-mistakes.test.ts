// Checks of IVRs that look at more than one thing: their other branches.
import { describe, expect, it } from 'vitest';
import { diagnose, type Edits, IVR_FILES, placeOf } from '../../../support/a-centre.ts';
import { manyAfter } from '../../../support/ivr-mistakes.ts';

const CAMPAIGN = 'campaigns/hotline.yaml';
const IVR = 'ivrs/help.yaml';
const TEST = 'ivrs/help.test.yaml';

const told = (edits: Edits) =>
  diagnose(edits, IVR_FILES).map((one) => `${placeOf(one)} ${one.code}: ${one.message}`);

describe('an IVR names what the centre has', () => {
  it('hours', () => {
    expect(told({ [IVR]: ['hours: office', 'hours: ofice'] })).toEqual([
      `${IVR}:34:12 unknown-hours: there are no hours 'ofice'`,
    ]);
  });

  it('a queue', () => {
    expect(told({ [IVR]: ['queue: help', 'queue: halp'] })).toEqual([
      `${IVR}:82:12 unknown-queue: there is no queue 'halp'`,
      "queues.yaml:4:1 unused-queue: no campaign and no IVR uses the queue 'help'",
    ]);
  });

  it('a number to show', () => {
    expect(told({ [IVR]: ['callerId: hotline', 'callerId: hotlin'] })).toEqual([
      `${IVR}:67:15 unknown-number: there is no own number 'hotlin'`,
    ]);
  });

  it('a number that was dialed', () => {
    expect(
      told({ [IVR]: ['paths: { hotline: vip }', 'paths: { hotline: vip, hot: vip }'] }),
    ).toEqual([`${IVR}:72:28 unknown-number: there is no own number 'hot'`]);
  });

  it('a field', () => {
    expect(told({ [IVR]: ['field: pesel', 'field: psel'] })).toEqual([
      `${IVR}:46:12 unknown-field: campaign 'hotline' has no field 'psel'`,
    ]);
  });
});

describe('an inbound channel names what the centre has', () => {
  it('a number', () => {
    expect(told({ [CAMPAIGN]: ['[hotline]', '[hotline, hot]'] })).toEqual([
      `${CAMPAIGN}:4:24 unknown-number: there is no own number 'hot'`,
    ]);
  });

  it('a mailbox', () => {
    expect(told({ [CAMPAIGN]: ['mailbox: hello', 'mailbox: helo'] })).toEqual([
      `${CAMPAIGN}:7:47 unknown-mailbox: messages of callers are sent from 'helo', but there is no such mailbox`,
    ]);
  });

  it('a field for what another system answers (INB-14)', () => {
    const elsewhere =
      '    ivr: help\n    authorisation: { request: { url: "https://crm.example.org/" }, record: id, field: client }\n';

    expect(told({ [CAMPAIGN]: ['    ivr: help\n', elsewhere] })).toEqual([
      `${CAMPAIGN}:6:87 unknown-field: campaign 'hotline' has no field 'client'`,
    ]);
  });

  it('a skill of every queue of its IVR (INB-8)', () => {
    expect(told({ 'queues.yaml': ['groups: [help]', 'groups: [sales]'] })).toEqual([
      `${CAMPAIGN}:6:12 unknown-skill: no group of the queue 'help' has the skill 'english'`,
      "groups.yaml:3:1 unused-group: no queue has the group 'help'",
    ]);
  });
});

describe('a queue that callers move on to (PRI-4)', () => {
  it('exists', () => {
    expect(told({ 'queues.yaml': ['overflow: sales', 'overflow: sale'] })).toEqual([
      "queues.yaml:8:13 unknown-queue: there is no queue 'sale'",
    ]);
  });

  it('is another one', () => {
    expect(told({ 'queues.yaml': ['overflow: sales', 'overflow: help'] })).toEqual([
      "queues.yaml:8:13 queue-overflow-loop: callers go round: 'help' → 'help'",
    ]);
  });
});

describe('a path that is never taken', () => {
  it('is that of a full queue without a capacity', () => {
    expect(told({ [IVR]: ['    queue: help\n', '    queue: help\n    full: outside\n'] })).toEqual([
      `${IVR}:83:5 unused-path: 'full' of block 'agents' is never taken: the queue 'help' has no 'capacity'`,
    ]);
  });

  it('is that of a number which leads to another campaign', () => {
    expect(
      told({ [IVR]: ['paths: { hotline: vip }', 'paths: { hotline: vip, main: vip }'] }),
    ).toEqual([`${IVR}:72:28 unused-path: 'main' leads to no campaign that uses this IVR`]);
  });

  it('is that of an identity which does not exist', () => {
    expect(told({ [IVR]: ['to: one', 'to: two'] })).toEqual([
      `${IVR}:77:9 unused-path: 'met' of block 'vip' is never taken: identity is one, several or none`,
    ]);
  });
});

describe('a loop', () => {
  const goodbye = '  goodbye:\n    kind: disconnect';

  it('that callers turn needs a path to a queue or the end', () => {
    const menu =
      '  goodbye:\n    kind: menu\n    say: Press 1.\n    keys: { "1": thanks }\n    wrong: goodbye\n    none: thanks\n  thanks:\n    kind: announcement\n    say: Thanks.\n    next: goodbye';

    expect(told({ [IVR]: [goodbye, menu] })).toEqual([
      `${IVR}:87:3 loop-without-way-out: no path leads to a queue or hangs up: 'goodbye', 'thanks'`,
    ]);
  });

  it('of two, told apart, is told twice', () => {
    const two =
      '  goodbye:\n    kind: menu\n    say: x\n    keys: { "1": left }\n    wrong: right\n    none: right\n  left: { kind: jump, to: left }\n  right: { kind: announcement, say: x, next: right }';

    expect(told({ [IVR]: [goodbye, two] })).toEqual([
      `${IVR}:93:3 loop-without-way-out: the call goes round by itself: 'left'`,
      `${IVR}:94:3 loop-without-way-out: the call goes round by itself: 'right'`,
    ]);
  });
});

describe('a call back', () => {
  it('is declined only where it was offered', () => {
    expect(told({ [IVR]: ['    ask: Press 1.\n', ''] })).toEqual([
      `${IVR}:52:5 ask-missing: block 'again' has 'declined', but asks for nothing`,
    ]);
  });
});

describe('a voice', () => {
  it('is of an engine', () => {
    expect(
      told({ [IVR]: ['name: Help', 'name: Help\nvoice: { id: Ewa, engine: Neural }'] }),
    ).toEqual([`${IVR}:2:27 unknown-voice: 'Ewa' is no voice of the engine Neural`]);
  });
});

describe('a template', () => {
  it('of a request must be right', () => {
    expect(told({ [IVR]: ['?phone={{ caller }}', '?phone={{ caller }'] })).toEqual([
      `${IVR}:19:21 template-syntax: no valid template: output "{{ caller }" not closed`,
    ]);
  });

  it('of a survey knows no values of the IVR', () => {
    expect(told({ [CAMPAIGN]: ['How was it?', '"How was {{ order-state }}?"'] })).toEqual([
      `${CAMPAIGN}:10:29 unknown-value: {{ order-state }} is a value that nothing sets`,
    ]);
  });
});

describe('a survey', () => {
  it('asks each question once', () => {
    expect(told({ [CAMPAIGN]: ['id: again', 'id: happy'] })).toEqual([
      `${CAMPAIGN}:11:17 survey-repeats: the survey asks 'happy' already`,
    ]);
  });
});

describe('what follows a queue (IVR-13)', () => {
  it('is told of the block that waits, not of one whose id ends alike', () => {
    const [was, is] = manyAfter(300);
    const text = (IVR_FILES[IVR] ?? '').replace(was, is).replaceAll('agents', 'call-menu');

    const blocks = told({ [IVR]: text }).map((one) => /what follows '([^']+)'/.exec(one)?.[1]);

    expect(blocks).toEqual(['colleague', 'call-menu']);
  });
});

describe('a test of an IVR', () => {
  it.each([
    [
      'fields: { pesel: "1" }',
      'fields: { psel: "1" }',
      "2:63 ivr-test-unknown-name: there is no field 'psel'",
    ],
    [
      'to: hotline',
      'to: main',
      "3:37 ivr-test-unknown-name: there is no own number of the campaign 'main'",
    ],
    [
      '[leaves a message of 10 s]',
      '[is answered by ana]',
      "4:10 ivr-test-unknown-name: there is no agent 'ana'",
    ],
    ['ends: voicemail', 'queue: halp', "5:69 ivr-test-unknown-name: there is no queue 'halp'"],
  ])('names what exists: %s', (was, is, wrong) => {
    expect(told({ [TEST]: [was, is] })).toEqual([`${TEST}:${wrong}`]);
  });
});

describe('a value', () => {
  it('is saved on the way to where it is used', () => {
    expect(told({ [IVR]: ['say: Press a key.', 'say: Press a key, {{ order-state }}.'] })).toEqual(
      [],
    );
    expect(told({ [IVR]: ['{{ caller }}', '{{ order-state }}'] })).toEqual([
      `${IVR}:19:21 unknown-value: {{ order-state }} is a value that nothing sets`,
    ]);
  });
});
