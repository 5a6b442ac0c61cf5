// Parts of the desk that decide something by themselves.
import { describe, expect, it } from 'vitest';
import { inColour, readableOn } from '../../../../web/desk/contact/colour.ts';
import { changedFields, missingFields } from '../../../../web/desk/contact/fields.tsx';
import { nextPage } from '../../../../web/desk/contact/script.tsx';
import { phoneKind } from '../../../../web/desk/phone/choose-phone.ts';
import { ofAttributes, stateKindOf } from '../../../../web/desk/phone/connect-states.ts';
import { eventsOf } from '../../../../web/desk/phone/event-stream.ts';

describe('text on the colour of a campaign', () => {
  it('is black or white, whichever has more contrast', () => {
    expect(['#000000', '#0a7d4f', '#ffd500', '#ffffff'].map(readableOn)).toEqual([
      '#ffffff',
      '#ffffff',
      '#000000',
      '#000000',
    ]);
  });

  it('is readable where the campaign has none', () => {
    expect(inColour(undefined)).toEqual({ backgroundColor: '#14598a', color: '#ffffff' });
  });
});

describe('the fields of a record', () => {
  const field = (name: string, more = {}) => ({
    field: name,
    label: name.toUpperCase(),
    type: 'none',
    options: [],
    required: false,
    editable: true,
    significant: false,
    value: 'before',
    ...more,
  });

  it('are sent where they were changed and may be', () => {
    const fields = [field('a'), field('b'), field('c', { editable: false }), field('d')];

    expect(changedFields(fields, { a: 'after', b: 'before', c: 'after' })).toEqual({ a: 'after' });
  });

  it('are missed where they are required and empty', () => {
    const fields = [
      field('a', { required: true, value: '' }),
      field('b', { required: true }),
      field('c', { value: '' }),
    ];

    expect(missingFields(fields, {})).toEqual(['A']);
    expect(missingFields(fields, { a: 'x', b: ' ' })).toEqual(['B']);
  });
});

describe('the pages of a script', () => {
  const question = { question: 'who', kind: 'choice', label: '', options: [], required: false };
  const page = (name: string, more = {}) => ({
    ...{ page: name, text: '', questions: [], jumps: [] },
    ...more,
  });
  const first = page('first', {
    questions: [question],
    jumps: [{ question: 'who', is: ['he', 'she'], to: 'person' }],
    next: 'nobody',
  });

  it.each([
    ['she', 'person'],
    ['it', 'nobody'],
  ])('follow the answer %s to %s', (answer, next) => {
    expect(nextPage(first as never, [first] as never, () => answer)).toBe(next);
  });

  it('end where nothing leads on', () => {
    expect(nextPage(page('last') as never, [], () => '')).toBeUndefined();
  });
});

describe('the telephone', () => {
  const origin = 'http://127.0.0.1:4510';

  it('is the local one, the workspace around the page, or the softphone in it', () => {
    const kind = (telephone: string, isFramed = false) =>
      phoneKind({ telephone }, { origin, isFramed });

    expect(kind(`${origin}/telephone`)).toBe('local');
    expect(kind(`${origin}/telephone`, true)).toBe('local');
    expect(kind('https://a.my.connect.aws', true)).toBe('workspace');
    expect(kind('https://a.my.connect.aws')).toBe('softphone');
  });

  it('says states of Connect in the desk’s terms', () => {
    const states = [
      ['routable', 'Available'],
      ['not_routable', 'Lunch'],
      ['offline', 'Offline'],
      ['error', 'MissedCallAgent'],
      ['system', 'Busy'],
    ] as const;

    expect(states.map(([type, name]) => stateKindOf(type, name))).toEqual([
      'available',
      'break',
      'offline',
      'missed',
      'available',
    ]);
  });

  it('knows whose a call is by its attributes, where they say so', () => {
    expect(ofAttributes({ campaign: 'spring', record: 'none', attempt: '' })).toEqual({
      campaign: 'spring',
      record: undefined,
      attempt: undefined,
    });
  });
});

describe('a stream of events', () => {
  it('is read however it is cut into pieces', async () => {
    const text =
      'event: clock\ndata: {"a":"ż"}\n\n: nothing\n\nevent: telephone\ndata: 2\n\nevent: cut';
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 5) controller.enqueue(bytes.slice(at, at + 5));
        controller.close();
      },
    });

    expect(await Array.fromAsync(eventsOf(body))).toEqual([
      { event: 'clock', data: { a: 'ż' } },
      { event: 'telephone', data: 2 },
    ]);
  });
});
