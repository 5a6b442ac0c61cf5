// Callers who wait: in which queue, how, how long, and what comes then.
import { describe, expect, it } from 'vitest';
import { byName, compileIvr } from '../../../../lib/compiler/ivr/compile-ivr.ts';
import { type BlocksInput, inboundDefinitions, LINE } from '../../../support/an-ivr.ts';
import { type Caller, phone } from '../../../support/ivr-call.ts';

const HOLD = 'waits: "Please hold the line, we are connecting you.", silence';
const ROUTE = 'route-call {"block":"first","queue":"sales"}';
type Input = Omit<Parameters<typeof inboundDefinitions>[0], 'blocks'>;

/** A call to an IVR that begins with the block `first` and may end with "Good." or "Bad.". */
function tell(blocks: BlocksInput, caller?: Caller, input: Input = {}) {
  const definitions = inboundDefinitions({
    ...input,
    blocks: {
      start: { kind: 'answer', next: 'first' },
      ...blocks,
      good: { kind: 'announcement', say: 'Good.', next: 'bye' },
      bad: { kind: 'announcement', say: 'Bad.', next: 'bye' },
      bye: { kind: 'disconnect' },
    },
  });
  const told = phone(definitions, caller);
  return { ...told, story: told.story.slice(1) };
}

const sales: BlocksInput = {
  first: { kind: 'queue', queue: 'sales', next: 'bad', full: 'good' },
};

describe('a queue (IVR-13)', () => {
  it('keeps callers as long as the block says, else as long as the queue does', () => {
    const own = tell({ first: { kind: 'queue', queue: 'sales', wait: '90 s', next: 'bad' } });
    const usual = tell(sales, {}, { queues: { sales: { callerWait: '30 min' } } });

    expect([own.waited, usual.waited]).toEqual([88, 1800]);
    expect([own.blocks, own.attributes.waitingIn]).toEqual([
      ['start', 'first', 'bad', 'bye'],
      'first',
    ]);
  });

  it('keeps callers as long as their campaign says, where the block says nothing (PRI-4)', () => {
    const inbound = { longestWait: '2 min' };
    const queues = { sales: { callerWait: '30 min', overflow: 'service' }, service: {} };

    const ofCampaign = tell(sales, {}, { inbound });
    const ofBlock = tell(
      { first: { kind: 'queue', queue: 'sales', wait: '90 s', next: 'bad' } },
      {},
      { inbound },
    );
    const overflowing = tell(sales, {}, { inbound, queues });

    expect([ofCampaign.waited, ofBlock.waited]).toEqual([120, 88]);
    // two minutes in the first queue, then the minute of the overflow queue
    expect(overflowing.waited).toBe(180);
  });

  it("plays the campaign's own music instead of the queue's, in overflow queues too (INB-5)", () => {
    const { story } = tell(
      { first: { kind: 'queue', queue: 'sales', announcements: ['One.'], next: 'bad' } },
      {},
      {
        inbound: { queueMusic: 'campaign.mp3' },
        queues: { sales: { music: 'music.wav', overflow: 'service' }, service: {} },
      },
    );

    expect(story.filter((line) => line.startsWith('waits'))).toEqual([
      'waits: "One.", campaign.mp3',
      'waits: "One.", campaign.mp3',
    ]);
  });

  it('plays announcements and music in turn', () => {
    const announcements = ['One.', { recording: 'two.wav' }];

    const { story } = tell(
      { first: { kind: 'queue', queue: 'sales', announcements, next: 'bad' } },
      {},
      { queues: { sales: { music: 'music.wav' } } },
    );

    expect(story).toContain('waits: "One.", music.wav, two.wav, music.wav');
  });

  it('that is full or refuses takes the path for that', () => {
    expect(tell(sales, { queues: ['full'] }).story).toEqual([
      ROUTE,
      'enters queue sales at 5, which is full',
      'hears "Good."',
    ]);
    expect(tell(sales, { queues: ['fails'] }).story).toEqual([
      ROUTE,
      'enters queue sales at 5, which fails',
      'hears "Bad."',
    ]);
  });

  it('takes callers at the level route-call gives, and at the usual one when it fails (PRI-3)', () => {
    const at = (level: string) => ({ 'route-call': { level, reserve: 'none', agent: 'none' } });

    expect(tell(sales, { functions: at('1') }).story[1]).toBe('enters queue sales at 1');
    expect(tell(sales, { functions: at('10') }).story[1]).toBe('enters queue sales at 10');
    expect(tell(sales, { functions: { 'route-call': 'fails' } }).story[1]).toBe(
      'enters queue sales at 5',
    );
  });

  it('of a queue that flows over leads there first, for the time of that queue (PRI-4)', () => {
    const { story, waited } = tell(
      sales,
      {},
      {
        queues: {
          sales: { overflow: 'service' },
          service: { callerWait: '40 s', overflow: 'spare', music: 'other.wav' },
          spare: { callerWait: '20 s', overflow: 'sales' },
        },
      },
    );

    expect(story).toEqual([
      ROUTE,
      'enters queue sales at 5',
      HOLD,
      'is moved to queue service at 5',
      'waits: other.wav',
      'is moved to queue spare at 5',
      HOLD,
      'hears "Bad."',
    ]);
    expect(waited).toBe(120);
  });

  it('goes on when the overflow queue is full', () => {
    const { story } = tell(
      sales,
      { queues: ['enters', 'full'] },
      { queues: { sales: { overflow: 'service' } } },
    );

    expect(story.slice(3)).toEqual([
      'is moved to queue service at 5, which is full',
      'hears "Bad."',
    ]);
  });

  it('goes on to the overflow queue of one that is full, before anything else (PRI-4)', () => {
    const { story } = tell(
      sales,
      { queues: ['enters', 'full', 'enters'] },
      { queues: { sales: { overflow: 'service' }, service: { overflow: 'spare' }, spare: {} } },
    );

    expect(story.slice(3)).toEqual([
      'is moved to queue service at 5, which is full',
      'is moved to queue spare at 5',
      HOLD,
      'hears "Bad."',
    ]);
  });

  it('moves a caller as soon as no agent is being rung for them, and gives up after four tries', () => {
    const blocks: BlocksInput = {
      first: { kind: 'queue', queue: 'sales', next: 'second' },
      second: { kind: 'queue', queue: 'service', next: 'bad' },
    };
    const route = 'route-call {"block":"second","queue":"service"}';
    const refused = 'is moved to queue service at 5, which fails';

    const rung = tell(blocks, { queues: ['enters', 'fails'] });
    const never = tell(blocks, { queues: ['enters', 'fails', 'fails', 'fails', 'fails'] });

    expect([rung.story.slice(3), rung.waited]).toEqual([
      [route, refused, HOLD, 'is moved to queue service at 5', HOLD, 'hears "Bad."'],
      140,
    ]);
    expect([never.story.slice(3), never.waited]).toEqual([
      [route, refused, HOLD, refused, HOLD, refused, HOLD, refused, 'hears "Bad."'],
      120,
    ]);
  });

  it('takes back who comes from its overflow queue', () => {
    const { story } = tell(
      {
        first: { kind: 'queue', queue: 'sales', next: 'again' },
        again: { kind: 'jump', to: 'first' },
      },
      { patience: 7 },
      { queues: { sales: { overflow: 'service' } } },
    );

    expect(story.slice(1)).toEqual([
      'enters queue sales at 5',
      HOLD,
      'is moved to queue service at 5',
      HOLD,
      'is moved to queue sales at 5',
      HOLD,
    ]);
  });
});

describe('whose call it is first', () => {
  const inbound = { privateAgent: '60 s', lastAgent: '20 s', skill: 'polish' };
  const criteria = (reserve: string, settings: Input['inbound'] = inbound) =>
    tell(
      sales,
      { functions: { 'route-call': { level: '5', reserve, agent: 'user-1' } } },
      { inbound: settings },
    ).contact.routingCriteria;
  const agent = (seconds: string) => ({
    Expiry: { DurationInSeconds: seconds },
    Expression: {
      AttributeCondition: {
        ComparisonOperator: 'Match',
        MatchCriteria: { AgentsCriteria: { AgentIds: ['user-1'] } },
      },
    },
  });
  const skilled = {
    Expression: {
      AttributeCondition: {
        Name: 'skill',
        Value: 'polish',
        ProficiencyLevel: '1',
        ComparisonOperator: 'NumberGreaterOrEqualTo',
      },
    },
  };

  it('is the private agent’s or the last one’s for a time, then anybody’s with the skill (INB-8, INB-10, INB-11)', () => {
    expect(criteria('private')).toEqual({ Steps: [agent('60'), skilled] });
    expect(criteria('last')).toEqual({ Steps: [agent('20'), skilled] });
    expect(criteria('none')).toEqual({ Steps: [skilled] });
  });

  it('is anybody’s when the campaign asks for nothing', () => {
    expect(criteria('last', { lastAgent: '20 s' })).toEqual({ Steps: [agent('20')] });
    expect(criteria('none', { lastAgent: '20 s' })).toBeUndefined();
    expect(criteria('private', {})).toBeUndefined();
    expect(criteria('last', { skill: 'polish' })).toEqual({ Steps: [skilled] });
  });
});

describe('an extension (IVR-16)', () => {
  const blocks: BlocksInput = {
    first: {
      kind: 'extension',
      ask: 'Which one?',
      ringFor: '40 s',
      none: 'none',
      wrong: 'bad',
      unavailable: 'good',
    },
    none: { kind: 'announcement', say: 'Nothing.', next: 'bye' },
  };
  const eva = { 'find-extension': { outcome: 'found', agent: 'arn:eva' } };
  const find = 'find-extension {"block":"first","digits":"101"}';

  it('rings the agent who has it, for as long as it says', () => {
    const taken = tell(blocks, { presses: ['101#'], functions: eva, agentAfter: 10 });
    const missed = tell(blocks, { presses: ['101#'], functions: eva });

    expect([taken.story, taken.ending]).toEqual([
      ['hears "Which one?", keys 101#', find, 'enters agent arn:eva at 5', HOLD],
      'an agent takes the call',
    ]);
    expect([missed.story.at(-1), missed.waited]).toEqual(['hears "Good."', 40]);
  });

  it('has paths for silence, a hash key alone, nobody’s extension, an agent who is not there, and failures', () => {
    const last = (caller: Caller) => tell(blocks, caller).story.at(-1);
    const absent = { 'find-extension': { outcome: 'found', agent: 'none' } };
    const keyed = { presses: ['101'] };

    expect(last({})).toBe('hears "Nothing."');
    expect(last({ presses: ['#'] })).toBe('hears "Nothing."');
    expect(last(keyed)).toBe('hears "Bad."');
    expect(last({ ...keyed, functions: { 'find-extension': 'fails' } })).toBe('hears "Bad."');
    expect(last({ ...keyed, functions: absent })).toBe('hears "Good."');
    expect(last({ ...keyed, functions: eva, queues: ['full'] })).toBe('hears "Good."');
  });

  it('is reached from a queue too, without leaving the line', () => {
    const { story } = tell(
      {
        first: { kind: 'queue', queue: 'sales', next: 'direct' },
        direct: { kind: 'extension', ask: 'Which one?', none: 'bad', wrong: 'bad' },
      },
      { presses: ['101'], functions: eva },
    );

    expect(story.slice(2)).toEqual([
      HOLD,
      'hears "Which one?", keys 101',
      'find-extension {"block":"direct","digits":"101"}',
      'is moved to agent arn:eva at 5',
      HOLD,
      'hears "Bad."',
    ]);
  });
});

describe('hooks of a call', () => {
  const definitions = (inbound: Input['inbound'], blocks = sales) =>
    inboundDefinitions({
      inbound,
      blocks: {
        start: { kind: 'answer', next: 'first' },
        ...blocks,
        good: { kind: 'disconnect' },
        bad: { kind: 'jump', to: 'good' },
      },
    });
  const questions = [{ id: 'nice', say: 'Nice?' }];

  it('are its own flows for hold music and a survey that callers stay for (INB-5, INB-9)', () => {
    const all = phone(definitions({ holdMusic: 'h.mp3', survey: { questions } }));
    const calledBack = phone(definitions({ survey: { how: 'call-back', questions } }));

    expect(Object.fromEntries(all.contact.hooks)).toEqual({
      CustomerHold: 'hold',
      CustomerRemaining: 'survey',
      CustomerQueue: 'wait-first',
    });
    expect(Object.fromEntries(calledBack.contact.hooks)).toEqual({ CustomerQueue: 'wait-first' });
  });

  it('leave Connect’s own flows alone where the campaign says nothing', () => {
    const plain = definitions(undefined);

    const { flows } = compileIvr(plain, LINE, byName(plain));

    expect(flows.map(({ key }) => key)).toEqual(['wait-first', 'entry']);
  });
});
