// The telephone of the local cloud (lib/local/connect/telephone-routes.ts): a stream of events, and
// commands. The stream is read by fetch: an EventSource sends no token.
import type { Tokens } from '../../kit/api/client.ts';
import type { Pace } from '../../kit/clock/server-clock.ts';
import { eventsOf } from './event-stream.ts';
import type { Phone, PhoneListener, PhoneView } from './phone.ts';
import { PhoneRefusal } from './phone.ts';

/** ms until a stream that broke is opened again: at first, and at most. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;
/** ms; a stream that has held so long was a good one. */
const GOOD = 30_000;
/** ms between two tries of somebody who does not work in this run. */
const PATIENCE = 5000;

interface Outside {
  readonly send: typeof fetch;
  readonly rest: (ms: number) => Promise<unknown>;
  /** ms, of a clock that only goes on. */
  readonly counter: () => number;
}

const OUTSIDE: Outside = {
  send: (...given) => fetch(...given),
  rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  counter: () => performance.now(),
};

/** @param at address of the telephone */
export function localPhone(at: string, tokens: Tokens, outside: Outside = OUTSIDE): Phone {
  const { send } = outside;
  const post = async (path: string, body: object) => {
    const answer = await send(`${at}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokens.token()}` },
      body: JSON.stringify(body),
    });
    if (answer.ok) return;
    const { message = '' } = await answer.json().catch(() => ({}));
    throw new PhoneRefusal(String(message));
  };
  const command = (body: object) => post('commands', body);
  return {
    open: (listener) => readOn(at, tokens, outside, listener),
    become: (state, name) => command({ do: 'become', state, ...(name !== undefined && { name }) }),
    call: (number) => command({ do: 'call', number }),
    accept: () => command({ do: 'accept' }),
    reject: () => command({ do: 'reject' }),
    hangUp: () => command({ do: 'hang-up' }),
    hold: (on) => command({ do: 'hold', on }),
    mute: (on) => command({ do: 'mute', on }),
    transfer: ({ arn }) => command({ do: 'transfer', to: arn }),
    takesNumbers: true,
    finish: () => command({ do: 'finish' }),
    leave: () => post('leave', {}),
    setSpeed: (speed) => post('pace', { speed }),
  };
}

/** Opened again whenever it breaks, ever more slowly when it breaks soon, until it is ended. */
function readOn(
  at: string,
  tokens: Tokens,
  { send, rest, counter }: Outside,
  listener: PhoneListener,
): () => void {
  const ended = new AbortController();
  let refusals = 0;
  /** Whether it was let in. */
  const once = async (): Promise<boolean> => {
    const token = await tokens.token(refusals > 0);
    const headers = { authorization: `Bearer ${token}` };
    const answer = await send(`${at}/events`, { headers, signal: ended.signal });
    if (!answer.ok || answer.body === null) {
      refusals = answer.status === 401 ? refusals + 1 : 0;
      const { message = '' } = await answer.json().catch(() => ({}));
      listener.status({ kind: 'refused', because: String(message) });
      return false;
    }
    refusals = 0;
    for await (const { event, data } of eventsOf(answer.body)) {
      if (event === 'clock') listener.pace(data as Pace);
      if (event === 'telephone') listener.status({ kind: 'there', view: data as PhoneView });
    }
    return true;
  };
  const goOn = async () => {
    let pause = FIRST_PAUSE;
    while (!ended.signal.aborted) {
      const since = counter();
      const wasLetIn = await once().catch(() => true);
      if (ended.signal.aborted) return;
      if (wasLetIn) listener.status({ kind: 'connecting' });
      if (counter() - since >= GOOD) pause = FIRST_PAUSE;
      await rest(wasLetIn ? pause : PATIENCE);
      pause = wasLetIn ? Math.min(LONGEST_PAUSE, pause * 2) : FIRST_PAUSE;
    }
  };
  void goOn();
  return () => ended.abort();
}
