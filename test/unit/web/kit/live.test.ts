// Being told of changes: the line, what a notice makes untrue, and how often a page asks again.
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { TASKS } from '../../../../lib/application/tasks/tasks.ts';
import { NOBODY_FOR } from '../../../../lib/domain/live/watch.ts';
import type { Client } from '../../../../web/kit/api/client.ts';
import { concerns, rarer } from '../../../../web/kit/live/concerns.ts';
import { KNOWN_AFTER, lineTrust } from '../../../../web/kit/live/line-trust.ts';
import { type Line, type Notice, openLine } from '../../../../web/kit/live/live-line.ts';
import { Untrue } from '../../../../web/kit/live/untrue.ts';

/** A line that a test opens, speaks on and breaks. */
function aLine() {
  const heard = new Map<string, (event: { readonly data: unknown }) => void>();
  let closed = 0;
  const line: Line = {
    addEventListener: (type: string, run: (event: { readonly data: unknown }) => void) =>
      void heard.set(type, run),
    close: () => {
      closed++;
    },
  };
  const happen = (type: string, data?: unknown) => heard.get(type)?.({ data });
  return { line, happen, closed: () => closed };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

function listening({ refuses = false } = {}) {
  const lines: ReturnType<typeof aLine>[] = [];
  const protocols: (readonly string[])[] = [];
  const pauses: number[] = [];
  const happened: unknown[] = [];
  let tickets = 0;
  const api = {
    ask: async () => {
      if (refuses) throw new Error('no network');
      return { body: { ticket: `t-${++tickets}` } };
    },
  } as unknown as Client;
  let waited = () => {};
  let counter = 0;
  const end = openLine(
    api,
    {
      opened: () => void happened.push('opened'),
      broken: () => void happened.push('broken'),
      told: (notice) => void happened.push(notice),
    },
    {
      connect: (asked) => {
        protocols.push(asked);
        const made = aLine();
        lines.push(made);
        return made.line;
      },
      rest: (ms) => {
        pauses.push(ms);
        return new Promise((resolve) => {
          waited = () => resolve(undefined);
        });
      },
      random: () => 0.5,
      counter: () => counter,
    },
  );
  const rested = async () => {
    waited();
    await soon();
  };
  const pass = (ms: number) => {
    counter += ms;
  };
  return { lines, protocols, pauses, happened, end, rested, pass };
}

describe('the line', () => {
  it('is opened with a ticket in its subprotocol, and none in its address', async () => {
    const { protocols } = listening();
    await soon();

    expect(protocols).toEqual([['ringback', 'ticket.t-1']]);
  });

  it('tells what comes, and nothing of what makes no sense', async () => {
    const { lines, happened } = listening();
    await soon();
    lines[0]?.happen('open');
    lines[0]?.happen('message', '{"changed":[{"campaign":"spring"}]}');
    lines[0]?.happen('message', '{"message":"Forbidden"}');
    lines[0]?.happen('message', 'nonsense');

    expect(happened).toEqual(['opened', { changed: [{ campaign: 'spring' }] }]);
  });

  it('is opened again with a ticket of its own when it breaks', async () => {
    const { lines, protocols, happened, pauses, rested } = listening();
    await soon();
    lines[0]?.happen('open');
    lines[0]?.happen('close');
    await soon();
    await rested();

    expect(happened).toEqual(['opened', 'broken']);
    expect(pauses).toEqual([1000]);
    expect(protocols.at(-1)).toEqual(['ringback', 'ticket.t-2']);
  });

  it('is tried ever more rarely while it does not come about', async () => {
    const { pauses, rested } = listening({ refuses: true });
    await soon();
    for (let tries = 0; tries < 8; tries++) await rested();

    expect(pauses[0]).toBe(1000);
    expect(pauses.at(-1)).toBe(60_000);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  it('is tried ever more rarely when it is opened and closed at once, again and again', async () => {
    const { lines, pauses, rested, pass } = listening();
    for (let tries = 0; tries < 3; tries++) {
      await soon();
      lines.at(-1)?.happen('open');
      pass(500);
      lines.at(-1)?.happen('close');
      await soon();
      await rested();
    }
    expect(pauses).toEqual([1000, 2000, 4000]);

    lines.at(-1)?.happen('open');
    pass(60_000);
    lines.at(-1)?.happen('close');
    await soon();
    expect(pauses.at(-1)).toBe(1000);
  });

  it('is closed for good when nobody listens any more', async () => {
    const { lines, happened, end, pauses } = listening();
    await soon();
    lines[0]?.happen('open');

    end();
    lines[0]?.happen('close');
    await soon();

    expect(lines[0]?.closed()).toBe(1);
    expect(happened).toEqual(['opened']);
    expect(pauses).toEqual([]);
  });
});

describe('trust in a line', () => {
  function trusting() {
    const turns: boolean[] = [];
    let pass: (() => void) | undefined;
    const trust = lineTrust(
      (isTrusted) => void turns.push(isTrusted),
      (_, run) => {
        pass = run;
        return () => {
          pass = undefined;
        };
      },
    );
    return { trust, turns, pass: () => pass?.() };
  }

  it('comes once everybody who tells of changes knows of the page', () => {
    const { trust, turns, pass } = trusting();
    trust.opened();
    expect(turns).toEqual([]);

    pass();

    expect(turns).toEqual([true]);
    const { gathers, timeout } = TASKS['push-changes'];
    expect(KNOWN_AFTER).toBeGreaterThanOrEqual(NOBODY_FOR + (gathers + timeout / 2) * 1000);
  });

  it('is lost when the line breaks, and does not come while it is broken', () => {
    const { trust, turns, pass } = trusting();
    trust.opened();
    trust.broken();

    pass();

    expect(turns).toEqual([false]);
  });
});

const ofSpring = { campaign: 'spring' };
const ann = { campaign: 'spring', record: 'ann' };

describe('a notice', () => {
  const notice: Notice = { changed: [{ campaign: 'spring', records: { ann: 5 } }] };

  it.each([
    ['readCampaign', ofSpring, true],
    ['readLive', ofSpring, true],
    ['listCampaigns', {}, true],
    ['readRecord', ann, true],
    ['readTimeline', ann, true],
    ['readRecord', { campaign: 'spring', record: 'bob' }, false],
    ['readCampaign', { campaign: 'autumn' }, false],
    ['listGroups', {}, true],
    ['reportFigures', {}, false],
  ] as const)('makes %s of %o untrue: %s', (id, params, expected) => {
    expect(concerns([id, params, {}], notice)).toBe(expected);
  });

  it('makes no record untrue that the page has in that version, by its own change', () => {
    expect(concerns(['readRecord', ann, {}], notice, '"v5"')).toBe(false);
    expect(concerns(['readRecord', ann, {}], notice, '"v4"')).toBe(true);
  });

  it('of very many records may be about any', () => {
    const many: Notice = { changed: [{ campaign: 'spring', more: true }] };

    expect(concerns(['readRecord', ann, {}], many)).toBe(true);
  });

  it('of the own desk makes the desk untrue and no campaign', () => {
    const desk: Notice = { changed: [], desk: true };

    expect(concerns(['readDesk', {}, {}], desk)).toBe(true);
    expect(concerns(['readCampaign', ofSpring, {}], desk)).toBe(false);
  });

  it('of agents who come and go makes untrue what agents are in', () => {
    const gone: Notice = { changed: [], agents: true };
    const ids = ['listGroups', 'readLive', 'listAlerts', 'listCampaigns', 'readDesk'] as const;

    const untrue = ids.filter((id) => concerns([id, {}, {}], gone));

    expect(untrue).toEqual(['listGroups', 'readLive', 'listAlerts']);
  });

  it('looks rarely for what is told, more often for what agents do after calls', () => {
    const ids = ['readCampaign', 'readLive', 'listGroups', 'readSettings'] as const;

    expect(ids.map(rarer)).toEqual([6, 3, 3, 1]);
  });
});

describe('what is untrue', () => {
  const queries = new QueryClient();
  afterEach(() => queries.clear());

  /** A page that shows a campaign, and how often it has asked. */
  function showing(id = 'readCampaign') {
    let asked = 0;
    let now = 10_000;
    let run = () => {};
    let hidden = false;
    const key = [id, ofSpring, {}];
    const observer = new QueryObserver(queries, {
      queryKey: key,
      queryFn: async () => ++asked,
    });
    const leave = observer.subscribe(() => {});
    const untrue = new Untrue(queries, {
      now: () => now,
      later: (_, then) => {
        run = then;
        return () => {};
      },
      isHidden: () => hidden,
    });
    const shown = () => queries.getQueryCache().find({ queryKey: key });
    return {
      untrue,
      leave,
      asked: () => asked,
      hide: () => {
        hidden = true;
      },
      isInvalid: () => shown()?.state.isInvalidated,
      async at(moment: number) {
        now = (shown()?.state.dataUpdatedAt ?? 0) + moment;
        run();
        await soon();
      },
    };
  }
  const changed: Notice = { changed: [{ campaign: 'spring' }] };

  it('is asked for once, however many changes there were, and not before its time', async () => {
    const { untrue, asked, at, leave } = showing();
    await soon();
    for (let n = 0; n < 1000; n++) untrue.note(changed);

    await at(1000);
    const early = asked();
    await at(5000);
    await at(6000);

    expect([early, asked()]).toEqual([1, 2]);
    leave();
  });

  it('is not asked for while the page is hidden, but known to be untrue', async () => {
    const { untrue, asked, at, hide, isInvalid, leave } = showing();
    await soon();
    hide();
    untrue.note(changed);

    await at(10_000);

    expect([asked(), isInvalid()]).toEqual([1, true]);
    leave();
  });

  it('is asked for when one comes there, where nobody is now', async () => {
    const { untrue, asked, at, isInvalid, leave } = showing();
    await soon();
    leave();
    untrue.note(changed);

    await at(10_000);

    expect([asked(), isInvalid()]).toEqual([1, true]);
  });

  it('may be anything after the line was away', async () => {
    const { untrue, asked, at, leave } = showing('readRecord');
    await soon();
    untrue.noteAll();

    await at(1000);

    expect(asked()).toBe(2);
    leave();
  });
});
