import { describe, expect, it } from 'vitest';
import { diagnose, loadCentre, placeOf } from '../../support/a-centre.ts';

const CAMPAIGN = 'campaigns/spring.yaml';
const RULE = 'rules/again.yaml';

describe('what a folder says (NEW-1)', () => {
  it('is typed, with numbers for what authors write as text', () => {
    const { definitions } = loadCentre();

    expect(definitions?.campaigns.spring?.channels.outbound).toEqual({
      minimumRedialInterval: 120,
      mode: 'progressive',
      priority: 50,
      nextNumberAfter: ['not-answered', 'busy', 'error'],
      specialNumbers: [],
      queue: 'sales',
      callerIds: ['main'],
      ringFor: 25,
      machineDetection: false,
      wrapUp: 30,
      rule: 'again',
      recallHours: 'office',
    });
    expect(definitions?.rules.again?.tiles.again).toEqual({
      kind: 'recontact',
      after: { days: 0, seconds: 7200 },
    });
    expect(definitions?.hours.office?.week.wed).toEqual([{ from: 540, to: 1020 }]);
  });

  it('survives JSON, so that it can be deployed with the functions', () => {
    const { definitions } = loadCentre();

    expect(JSON.parse(JSON.stringify(definitions))).toEqual(definitions);
  });

  it('is the same whatever the order of the files', () => {
    const { definitions, scenarios } = loadCentre();

    expect(definitions?.centre.name).toBe('Test');
    expect(scenarios.again?.map(({ name }) => name)).toEqual(['busy is called again']);
  });

  it('needs no file but centre.yaml', () => {
    const loaded = loadCentre({
      'hours.yaml': undefined,
      'groups.yaml': undefined,
      'queues.yaml': '',
      [CAMPAIGN]: undefined,
      [RULE]: undefined,
      'rules/again.test.yaml': undefined,
    });

    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.definitions?.queues).toEqual({});
  });

  it('may share parts by anchor and alias', () => {
    const { definitions, diagnostics } = loadCentre({
      'hours.yaml': `office:
  week: &week { mon-fri: 09:00-17:00 }
  exceptions: &holidays { 2026-12-24: closed }
late:
  week: *week
  exceptions: *holidays
`,
    });

    expect(diagnostics).toEqual([]);
    expect(definitions?.hours.late).toEqual(definitions?.hours.office);
  });
});

describe('all mistakes at once', () => {
  it('come from every file, in the order of the files', () => {
    const found = diagnose({
      'centre.yaml': ['timeZone: Europe/Warsaw', 'timeZone: Warsaw'],
      [CAMPAIGN]: ['type: choice', 'type: chioce'],
      [RULE]: ['kind: end', 'kind: halt'],
    });

    expect(found.map((one) => `${placeOf(one)} ${one.code}`)).toEqual([
      `${CAMPAIGN}:12:11 wrong-value`,
      'centre.yaml:2:11 wrong-form',
      `${RULE}:42:11 unknown-kind`,
    ]);
  });

  it('come from the files that can be read as well, while another cannot', () => {
    const found = diagnose({
      'centre.yaml': ['name: Test', 'nmae: Test'],
      [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    ringFor: 90 s'],
      [RULE]: ['next: close', 'next: clsoe'],
    });

    expect(found.map((one) => `${placeOf(one)} ${one.code}`)).toEqual([
      `${CAMPAIGN}:5:14 ring-time`,
      'centre.yaml:1:1 unknown-key',
      `${RULE}:29:11 missing-tile`,
      `${RULE}:30:3 unreachable-tile`,
    ]);
  });

  it('within an aliased part are told where the alias stands', () => {
    const found = diagnose({
      'hours.yaml': 'office:\n  week: &week { mon: 9-17 }\nlate:\n  week: *week\n',
    });

    expect(found.map(placeOf)).toEqual(['hours.yaml:2:22', 'hours.yaml:2:22']);
  });
});

describe('remedies', () => {
  const remedyOf = (edits: Parameters<typeof diagnose>[0]) => diagnose(edits)[0]?.remedy;

  it.each([
    ['a mistyped key', { [CAMPAIGN]: ['callerIds', 'callerids'] }, /^Did you mean 'callerIds'\? /],
    ['a mistyped kind', { [RULE]: ['kind: end', 'kind: ned'] }, "Did you mean 'end'?"],
    ['a mistyped status', { [RULE]: ['busy: again', 'buzy: again'] }, /^Did you mean 'busy'\? /],
    [
      'a key of the tile kind',
      { [RULE]: ['after: 2 h', 'afer: 2 h'] },
      "Did you mean 'after'? Required here: kind, after. Optional: next, label, note.",
    ],
    [
      'a missing choice',
      { [RULE]: ['    after: 2 h\n', ''] },
      /^Add 'after': How long after .* Required here: kind, after\. Optional: next, label, note\.$/,
    ],
    [
      'a missing key',
      { [RULE]: ['start: status\n', ''] },
      "Add 'start': The first tile after a call has ended. Required here: name, start, tiles.",
    ],
    [
      'a missing kind',
      { [RULE]: ['    kind: end', '    note: x'] },
      /^Add 'kind': 'call-status', /,
    ],
    ['a wrong value', { [CAMPAIGN]: ['type: choice', 'type: chioce'] }, "Did you mean 'choice'?"],
    [
      'a value that is near nothing',
      { [CAMPAIGN]: ['name: Spring', 'name: Spring\ngoal: xyz'] },
      "Use 'exhaustion' or 'none'.",
    ],
    [
      'a comparison without quotes',
      { [RULE]: ['compare: ">= 3"', 'compare: >= 3'] },
      'Write: compare: ">= 3"',
    ],
    [
      'a number of seconds without unit',
      { [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    ringFor: 20'] },
      'Write: 20 s, or 20 min',
    ],
    [
      'a telephone number without quotes',
      { 'centre.yaml': ['"+48221000000"', '+48221000000'] },
      'Write: "+48221000000"',
    ],
    ['a tab', { [RULE]: ['    kind: end', '\tkind: end'] }, 'Indent with spaces.'],
    ['a mistyped file', { 'gruops.yaml': '' }, "Did you mean 'groups.yaml'?"],
  ] as const)('help with %s', (_what, edits, remedy) => {
    const wanted = typeof remedy === 'string' ? remedy : expect.stringMatching(remedy);

    expect(remedyOf(edits)).toEqual(wanted);
  });

  it('of a mistyped key come alone: it is not missing as well', () => {
    const found = diagnose({ [RULE]: ['after: 2 h', 'afer: 2 h'] });

    expect(found.map((one) => `${placeOf(one)} ${one.code}`)).toEqual([`${RULE}:17:5 unknown-key`]);
  });

  it('stand at the parent when a key is missing', () => {
    const [found] = diagnose({ [CAMPAIGN]: ['    name: Later\n', ''] });

    expect(found).toEqual({
      code: 'missing-key',
      severity: 'error',
      message: "'name' is missing",
      remedy:
        "Add 'name': Name shown to agents. Required here: name. Optional: for, success, closes, blacklists, movesTo, copiesTo, sendsSms, sendsEmail, makesPrivate, recontact.",
      at: { file: CAMPAIGN, line: 19, column: 3 },
    });
  });

  it('of a union speak of the form that was meant', () => {
    const found = diagnose({ 'centre.yaml': ['{ number: "+48221000000" }', '{ number: 48 }'] });

    expect(found.map(({ message }) => message)).toEqual(["expected text, found '48'"]);
  });
});
