// Blocks that ask callers for something, and what becomes of the answers.
import { describe, expect, it } from 'vitest';
import { type BlocksInput, inboundDefinitions } from '../../../support/an-ivr.ts';
import { type Caller, phone, survey } from '../../../support/ivr-call.ts';

type Input = Omit<Parameters<typeof inboundDefinitions>[0], 'blocks'>;

/**
 * A call to an IVR that begins with the block `first` and may end with "Good.", "Bad." or "None.".
 */
function tell(first: BlocksInput[string], caller?: Caller, input: Input = {}) {
  const definitions = inboundDefinitions({
    ...input,
    blocks: {
      start: { kind: 'answer', next: 'first' },
      first,
      good: { kind: 'announcement', say: 'Good.', next: 'bye' },
      bad: { kind: 'announcement', say: 'Bad.', next: 'none' },
      none: { kind: 'announcement', say: 'None.', next: 'bye' },
      bye: { kind: 'disconnect' },
    },
  });
  const told = phone(definitions, caller);
  return { ...told, story: told.story.slice(1) };
}

describe('api-request (IVR-3)', () => {
  it('counts its answers, also a failed one, so that a second visit is told from a repeated question', () => {
    const block: BlocksInput[string] = {
      kind: 'api-request',
      request: { url: 'https://api.example.org/' },
      next: 'good',
      failed: 'bad',
    };
    const answered = (outcome: string) =>
      tell(block, { functions: { 'call-api': () => ({ outcome, visits: '1' }) } }).attributes;
    const broken = tell(block, { functions: { 'call-api': 'fails' } }).attributes;

    expect([answered('ok').n_first, answered('failed').n_first, broken.n_first]).toEqual([
      '1',
      '1',
      undefined,
    ]);
  });
});

describe('authorise (IVR-5)', () => {
  const block: BlocksInput[string] = {
    kind: 'authorise',
    ask: 'Number?',
    digits: 6,
    tries: 3,
    success: 'good',
    failure: 'none',
  };
  const known = {
    'authorise-caller': (asked: Readonly<Record<string, string>>) => ({
      outcome: asked.digits === '123456' ? 'success' : 'failure',
      identity: 'one',
      record: 'record-9',
      attempt: 'attempt-9',
      lastAgent: 'eva',
      privateAgent: 'tom',
    }),
  };

  it('asks again as often as it says, and the call is that record’s from then on', () => {
    const { story, attributes } = tell(block, {
      presses: ['1#', '', '123456'],
      functions: known,
    });

    expect(story).toEqual([
      'hears "Number?", keys 1#',
      'authorise-caller {"block":"first","digits":"1"}',
      'hears "Number?", is silent',
      'hears "Number?", keys 123456',
      'authorise-caller {"block":"first","digits":"123456"}',
      'hears "Good."',
    ]);
    const { record, attempt, lastAgent, privateAgent, entered } = attributes;
    expect({ record, attempt, lastAgent, privateAgent, entered }).toEqual({
      record: 'record-9',
      attempt: 'attempt-9',
      lastAgent: 'eva',
      privateAgent: 'tom',
      entered: '123456',
    });
  });

  it('goes on for strangers when the tries are used up, and at once when nobody can tell', () => {
    const strange = tell(block, { presses: ['1#', '2#', '3#', '4#'], functions: known });
    const broken = tell(block, { presses: ['1#'], functions: { 'authorise-caller': 'fails' } });

    expect([strange.story.length, strange.story.at(-1)]).toEqual([7, 'hears "None."']);
    expect(strange.attributes.record).toBe('record-1');
    expect(broken.story.slice(1)).toEqual([
      'authorise-caller {"block":"first","digits":"1"} fails',
      'hears "None."',
    ]);
  });

  it('counts the number called from when it asks nothing', () => {
    const { story } = tell(
      { kind: 'authorise', success: 'good', failure: 'none' },
      { functions: { 'authorise-caller': () => known['authorise-caller']({ digits: '123456' }) } },
    );

    expect(story).toEqual(['authorise-caller {"block":"first"}', 'hears "Good."']);
  });
});

describe('authorise-ticket (IVR-6)', () => {
  const block: BlocksInput[string] = {
    kind: 'authorise-ticket',
    ask: 'Ticket?',
    next: 'good',
    none: 'none',
  };

  it('leaves the ticket’s id for the agent', () => {
    const { attributes, story } = tell(block, { presses: ['0042#'] });

    expect([attributes.ticket, attributes.entered, story.at(-1)]).toEqual([
      '0042',
      '0042',
      'hears "Good."',
    ]);
  });

  it('goes on without one', () => {
    expect(tell(block, { presses: ['#'] }).story.at(-1)).toBe('hears "None."');
    expect(tell(block).attributes.ticket).toBe('none');
  });
});

describe('api-login and api-request (IVR-2, IVR-3)', () => {
  const request = { url: 'https://shop.example.org/' };

  it('keep what the answer holds, under names of their own', () => {
    const { attributes, story } = tell(
      {
        kind: 'api-request',
        request,
        save: { 'order-state': 'a', total: 'b' },
        next: 'good',
        failed: 'none',
      },
      { functions: { 'call-api': { outcome: 'ok', v_order_state: 'sent', v_total: '12' } } },
    );

    expect([attributes.v_order_state, attributes.v_total]).toEqual(['sent', '12']);
    expect(story).toEqual(['call-api {"block":"first"}', 'hears "Good."']);
  });

  it.each([{ outcome: 'failed' }, 'fails'] as const)('have a path for failures: %j', (answer) => {
    const caller = { functions: { 'call-api': answer } };
    const ways = { next: 'good', failed: 'none' };

    const login = tell({ kind: 'api-login', request, token: 't', ...ways }, caller);
    const other = tell({ kind: 'api-request', request, ...ways }, caller);

    expect([login.story.at(-1), other.story.at(-1)]).toEqual(['hears "None."', 'hears "None."']);
  });
});

describe('dial (IVR-8)', () => {
  const block: BlocksInput[string] = {
    kind: 'dial',
    number: '+48587770000',
    callerId: 'other',
    next: 'good',
    failed: 'none',
  };

  const mark = (phase: string) => `mark-forwarding {"block":"first","phase":"${phase}"}`;

  it('goes on when the other side has hung up, or nobody answered', () => {
    expect(tell(block).story).toEqual([
      mark('begin'),
      '+48587770000 is rung from +48221230001: answered',
      mark('taken'),
      'hears "Good."',
    ]);
    for (const dialed of [
      'CallFailed',
      'ConnectionTimeLimitExceeded',
      'NoMatchingError',
    ] as const) {
      expect(tell(block, { dialed }).story.slice(-2)).toEqual([mark('failed'), 'hears "None."']);
    }
  });

  it('is done even where nobody can note it', () => {
    const { story } = tell(block, { functions: { 'mark-forwarding': 'fails' } });

    expect(story).toEqual([
      `${mark('begin')} fails`,
      '+48587770000 is rung from +48221230001: answered',
      `${mark('taken')} fails`,
      'hears "Good."',
    ]);
  });
});

describe('voicemail (IVR-23, INB-6, INB-7)', () => {
  const mark = (phase: string) => `mark-voicemail {"block":"first","phase":"${phase}"}`;
  const voicemail = (more: object = {}) =>
    ({ kind: 'voicemail', next: 'good', ...more }) as BlocksInput[string];
  const message = [mark('begin'), 'hears a tone', 'hears silence, is silent', mark('end')];

  it('says its words or the system’s, then takes the message until a key or the longest time', () => {
    const own = tell(voicemail({ say: 'Speak.' }));
    const systems = tell(voicemail(), { presses: ['5'] }, { ivr: { language: 'cs' } });

    expect(own.story).toEqual(['hears "Speak."', ...message, 'hears "Good."']);
    expect(systems.story).toEqual([
      'hears "Po zaznění tónu prosím zanechte vzkaz. Až skončíte, stiskněte libovolnou klávesu nebo zavěste."',
      mark('begin'),
      'hears a tone',
      'hears silence, presses 5',
      mark('end'),
      'hears "Good."',
    ]);
  });

  it('says nothing where the campaign wants no announcement', () => {
    const quiet = { voicemail: { to: 'a@b.example', mailbox: 'voice', announcement: false } };

    expect(tell(voicemail(), {}, { inbound: quiet }).story).toEqual([...message, 'hears "Good."']);
  });

  it('records the caller only meanwhile, and the conversation afterwards if the campaign records', () => {
    const recordingThen = (recording: boolean) =>
      tell(voicemail(), {}, { inbound: { recording } }).contact.recording;
    const off = { IVRRecordingBehavior: 'Disabled' };

    expect(recordingThen(true)).toEqual({
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'], ...off },
    });
    expect(recordingThen(false)).toEqual({
      RecordingBehavior: { RecordedParticipants: [], ...off },
    });
  });

  it('takes no message that could not be found again', () => {
    const { story } = tell(voicemail({ say: 'Speak.' }), {
      functions: { 'mark-voicemail': 'fails' },
    });

    expect(story).toEqual(['hears "Speak."', `${mark('begin')} fails`, 'hears "Good."']);
  });
});

describe('callback (IVR-24, INB-13)', () => {
  const ways = { next: 'good', declined: 'bad', failed: 'none' };
  const set = (more = '') => `schedule-callback {"block":"first"${more}}`;

  it('just sets it when nothing is asked', () => {
    const block: BlocksInput[string] = { kind: 'callback', next: 'good', failed: 'none' };

    expect(tell(block).story).toEqual([set(), 'hears "Good."']);
    expect(
      tell(block, { functions: { 'schedule-callback': { outcome: 'refused' } } }).story.at(-1),
    ).toBe('hears "None."');
    expect(tell(block, { functions: { 'schedule-callback': 'fails' } }).story.at(-1)).toBe(
      'hears "None."',
    );
  });

  it('sets it for who presses 1', () => {
    const block: BlocksInput[string] = { kind: 'callback', ask: 'Press 1.', ...ways };

    expect(tell(block, { presses: ['1'] }).story.slice(1)).toEqual([set(), 'hears "Good."']);
    expect(tell(block, { presses: ['2'] }).story[1]).toBe('hears "Bad."');
    expect(tell(block).story[1]).toBe('hears "Bad."');
  });

  it('calls back a number the caller keys, in the form of the campaign’s country', () => {
    const block: BlocksInput[string] = {
      kind: 'callback',
      number: 'ask',
      ...ways,
      ask: 'Press 1.',
    };
    const asks = 'hears "Please key in your telephone number, then press the hash key."';

    const { story } = tell(block, { presses: ['1', '12#', '601000002#'] });
    const silent = tell(block, { presses: ['1'] });

    expect(story).toEqual([
      'hears "Press 1.", presses 1',
      `${asks}, keys 12#`,
      `${asks}, keys 601000002#`,
      set(',"number":"+48601000002"'),
      'hears "Good."',
    ]);
    expect(silent.story.slice(1)).toEqual([
      `${asks}, is silent`,
      `${asks}, is silent`,
      'hears "None."',
    ]);
  });
});

describe('the survey (INB-9, IVR-15)', () => {
  const definitions = inboundDefinitions({
    blocks: { start: { kind: 'answer', next: 'bye' }, bye: { kind: 'disconnect' } },
    ivr: { language: 'pl' },
    inbound: {
      survey: {
        questions: [
          { id: 'nice', say: 'Nice?' },
          { id: 'again', say: 'Again?', keys: ['1', '2'] },
        ],
      },
    },
  });

  it('asks each question at most twice, keeps the answers and says thanks', () => {
    const { story, ending } = survey(
      definitions,
      { survey: 'yes' },
      { presses: ['7', '5', '3', '4'] },
    );

    expect(story).toEqual([
      'hears "Nice?", keys 7',
      'hears "Nice?", keys 5',
      'keep-survey-answer {"question":"nice","key":"5"}',
      'hears "Again?", keys 3',
      'hears "Again?", keys 4',
      'hears "Dziękujemy. Do widzenia."',
    ]);
    expect(ending).toBe('hang-up');
  });

  it('is not asked of callers who passed a no-survey block', () => {
    expect(survey(definitions, { survey: 'no' }, {}).story).toEqual([]);
  });
});
