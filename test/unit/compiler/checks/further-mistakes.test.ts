// Checks that look at more than one thing: their other branches.
import { describe, expect, it } from 'vitest';
import { diagnose, type Edits, placeOf } from '../../../support/a-centre.ts';

const CAMPAIGN = 'campaigns/spring.yaml';
const RULE = 'rules/again.yaml';
const TEST = 'rules/again.test.yaml';

const told = (edits: Edits) =>
  diagnose(edits).map((one) => `${placeOf(one)} ${one.code}: ${one.message}`);

describe('a pickup rate', () => {
  it('has no meaning in another mode', () => {
    expect(
      told({ [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    pickupRate: 50%'] }),
    ).toEqual([`${CAMPAIGN}:5:5 pickup-rate: a pickup rate has no meaning in mode 'progressive'`]);
  });

  it('of nobody would dial for ever', () => {
    const mode = '    queue: sales\n    mode: ratio\n    pickupRate: 0%';

    expect(told({ [CAMPAIGN]: ['    queue: sales', mode] })).toContain(
      `${CAMPAIGN}:6:17 pickup-rate: nobody at all would pick up`,
    );
  });

  it('is what a fixed ratio lives by', () => {
    const mode = '    queue: sales\n    mode: ratio';

    expect(told({ [CAMPAIGN]: ['    queue: sales', mode] })).toContain(
      `${CAMPAIGN}:5:11 pickup-rate: mode 'ratio' needs a 'pickupRate'`,
    );
  });
});

describe('a fixed ratio', () => {
  it('is told what it does with as many agents as the queue has', () => {
    const agents = Array.from({ length: 23 }, (_, i) => `agent${i}`).join(', ');
    const edits = {
      'groups.yaml': ['  agents: [anna, jan]', `  agents: [anna, jan, ${agents}]`],
      [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    mode: ratio\n    pickupRate: 50%'],
    } as const;

    const [found] = told(edits);

    expect(found).toContain('with 20 agents, 6.5 % of answered calls were abandoned');
  });
});

describe('a cap', () => {
  it('can only be lowered from what regulators allow', () => {
    const edit = '    queue: sales\n    mode: predictive\n    pacing: { cap: 4% }';

    expect(told({ [CAMPAIGN]: ['    queue: sales', edit] }).join()).toContain(
      'at most 3%: what regulators allow',
    );
  });
});

describe('a sender', () => {
  it('at random needs a number to choose', () => {
    const edits = {
      'centre.yaml': ['  numbers: ["+48600000000"]\n', ''],
      [RULE]: ['from: TEST', 'from: random'],
    } as const;

    expect(told(edits)).toEqual([
      `${RULE}:20:11 unknown-sender: tile 'message' sends from a random own number, but there is none for SMS`,
    ]);
  });
});

describe('the paths of a condition', () => {
  it('need otherwise when they go by classifier', () => {
    expect(told({ [RULE]: ['    otherwise: done', ''] })).toEqual([
      `${RULE}:39:5 incomplete-paths: tile 'result' has no path for other classifiers`,
    ]);
  });

  it('must differ in something', () => {
    const edits = { [RULE]: ['    paths: { later: again, none: done }', '    paths: {}'] } as const;

    expect(told(edits)).toEqual([
      `${RULE}:39:5 incomplete-paths: tile 'result' asks and goes the same way whatever the answer`,
    ]);
  });

  it('need no otherwise that is never taken', () => {
    const all = ['answered', 'error', 'abandoned', 'voicemail']
      .map((status) => `      ${status}: hours\n`)
      .join('');

    expect(told({ [RULE]: ['    otherwise: hours\n', `${all}    otherwise: hours\n`] })).toEqual([
      `${RULE}:13:5 dead-path: 'otherwise' of tile 'status' is never taken: every status has its path`,
    ]);
  });

  it.each([
    ['passes', '= 0', 'met'],
    ['passes', '!= 0', 'unmet'],
    ['passes', '< 1', 'met'],
    ['passes', '<= 0', 'met'],
    ['passes', '> 0', 'unmet'],
    ['passes', '>= 1', 'unmet'],
    ['attempts', '>= 1', 'unmet'],
    ['passes', '= 1', undefined],
    ['passes', '<= 1', undefined],
    ['passes', '> 1', undefined],
    ['calls-with-status', '= 0', undefined],
    ['calls-with-status', '> 0', undefined],
    ['calls-with-status', '< 1', undefined],
    ['calls-with-status', '>= 0', 'unmet'],
  ])('can all be taken: %s %s', (kind, compare, dead) => {
    const statuses = kind === 'calls-with-status' ? '\n    statuses: [busy]' : '';
    const condition = `kind: ${kind}${statuses}\n    compare: "${compare}"`;

    const found = told({ [RULE]: ['kind: passes\n    compare: ">= 3"', condition] });

    expect(found.map((one) => /'(met|unmet)' of tile 'count'/.exec(one)?.[1])).toEqual(
      dead === undefined ? [] : [dead],
    );
  });

  it('may name all six statuses and do without otherwise', () => {
    const all = ['answered', 'error', 'abandoned', 'voicemail']
      .map((status) => `      ${status}: hours\n`)
      .join('');

    expect(told({ [RULE]: ['    otherwise: hours\n', all] })).toEqual([]);
  });
});

describe('the start of a rule', () => {
  it('is a tile', () => {
    expect(told({ [RULE]: ['start: status', 'start: stauts'], [TEST]: undefined })[0]).toBe(
      `${RULE}:2:8 missing-tile: the rule starts at 'stauts', but there is no such tile`,
    );
  });
});

describe('a message', () => {
  it('is checked in its subject as well', () => {
    expect(told({ [RULE]: ['subject: Hello', 'subject: Hello {{ first }}'] })).toEqual([
      `${RULE}:26:5 unknown-field: tile 'letter' writes {{ first }}, but campaign 'spring' has no field 'first'`,
    ]);
  });

  it('is held against every campaign that uses its rule', () => {
    const winter = `name: Winter
channels: { outbound: { queue: sales, rule: again } }
fields: { plan: {} }
classifiers: { later: { name: Later, recontact: {} } }
`;

    expect(told({ 'campaigns/winter.yaml': winter })).toEqual([
      `${RULE}:21:5 unknown-field: tile 'message' writes {{ name }}, but campaign 'winter' has no field 'name'`,
      `${RULE}:27:5 unknown-field: tile 'letter' writes {{ name }}, but campaign 'winter' has no field 'name'`,
    ]);
  });
});

describe('a loop', () => {
  it('of one tile is told', () => {
    expect(told({ [RULE]: ['    next: letter', '    next: message'] })).toEqual([
      `${RULE}:18:3 loop-without-call: tiles go round without a call in between: 'message' → 'message'`,
      `${RULE}:23:3 unreachable-tile: nothing leads to tile 'letter'`,
      `${RULE}:30:3 unreachable-tile: nothing leads to tile 'close'`,
    ]);
  });

  it('through conditions is told as it goes round', () => {
    expect(told({ [RULE]: ['closed: done', 'closed: count'] })).toEqual([]);
    expect(told({ [RULE]: ['met: message', 'met: status'] })[0]).toBe(
      `${RULE}:4:3 loop-without-call: tiles go round without a call in between: 'status' → 'count' → 'status'`,
    );
  });
});

describe('a scenario', () => {
  it('names a campaign that exists', () => {
    const given = 'given: { campaign: sprng }';

    expect(
      told({ [TEST]: ['given: { fields: { name: Anna }, classifier: later }', given] }),
    ).toEqual([`${TEST}:2:12 scenario-unknown-name: there is no campaign 'sprng'`]);
  });
});

describe('hours of contacts (NEW-7)', () => {
  const contactHours = (given: string): Edits => ({
    [CAMPAIGN]: ['name: Spring\n', `name: Spring\ncontactHours: ${given}\n`],
  });

  it('are open on some day', () => {
    expect(told(contactHours('{ countries: { DE: { week: { mon-fri: closed } } } }'))).toEqual([
      `${CAMPAIGN}:2:36 hours-never-open: nobody in DE may be called all week`,
    ]);
  });

  it('meet those of the queue in every country that is named, in one of its zones at least', () => {
    const early = 'week: { mon-fri: 04:00-08:00 }';

    expect(told(contactHours(`{ countries: { US: { ${early} } } }`))).toEqual([]);
    expect(told(contactHours(`{ countries: { CZ: { ${early} } } }`))).toEqual([
      `${CAMPAIGN}:5:12 hours-never-meet: the queue is never staffed when people in CZ may be called`,
      `${CAMPAIGN}:8:18 hours-never-meet: recalls are never made when people in CZ may be called`,
    ]);
  });
});
