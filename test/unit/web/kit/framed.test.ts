import { describe, expect, it } from 'vitest';
import { passedOn, signInBeside } from '../../../../web/kit/session/framed.ts';

const ORIGIN = 'https://desk.example';

/** A page in a frame, and the window it opens to sign in. */
function aFrame() {
  const listening = new Set<(event: MessageEvent) => void>();
  const opened = { name: '', closed: false };
  const tell = (message: object) => {
    for (const listener of [...listening]) listener(message as MessageEvent);
  };
  const window = {
    open(_: string, name: string) {
      opened.name = name;
      return opened;
    },
    addEventListener: (_: string, run: (event: MessageEvent) => void) => void listening.add(run),
    removeEventListener: (_: string, run: (event: MessageEvent) => void) =>
      void listening.delete(run),
  };
  return { window, opened, listening, tell };
}

describe('signing in from within a frame', () => {
  it('happens in a window of its own, which passes on the answer and closes', async () => {
    const { window, opened, listening, tell } = aFrame();
    const answer = signInBeside('https://auth.example/oauth2/authorize', ORIGIN, window);

    const done = passedOn(
      {
        name: opened.name,
        opener: {
          postMessage: (data, origin) => {
            expect(origin).toBe(ORIGIN);
            tell({ origin: ORIGIN, source: opened, data });
          },
        },
        close: () => {
          opened.closed = true;
        },
      },
      { origin: ORIGIN, search: '?code=1&state=2' },
    );

    expect([done, await answer, opened.closed, listening.size]).toEqual([
      true,
      '?code=1&state=2',
      true,
      0,
    ]);
  });

  it('heeds nobody but that window, and nothing of another origin', async () => {
    const { window, opened, tell } = aFrame();
    const answer = signInBeside('https://auth.example/', ORIGIN, window);

    tell({ origin: 'https://evil.example', source: opened, data: { signedIn: '?code=evil' } });
    tell({ origin: ORIGIN, source: {}, data: { signedIn: '?code=other' } });
    tell({ origin: ORIGIN, source: opened, data: 'hello' });
    tell({ origin: ORIGIN, source: opened, data: { signedIn: '?code=own' } });

    expect(await answer).toBe('?code=own');
  });

  it('is no business of a page that was opened for something else', () => {
    const said: unknown[] = [];
    const opener = { postMessage: (message: unknown) => void said.push(message) };
    const close = () => void said.push('closed');
    const at = { origin: ORIGIN, search: '?code=1' };

    expect(passedOn({ name: '', opener, close }, at)).toBe(false);
    expect(passedOn({ name: 'ringback-sign-in', opener: null, close }, at)).toBe(false);
    expect(passedOn({ name: 'ringback-sign-in', opener, close }, { ...at, search: '' })).toBe(
      false,
    );
    expect(said).toEqual([]);
  });
});
