// The telephone of the local cloud (lib/local/connect/telephone-routes.ts): a stream of events, and
// commands. The stream is read by fetch: an EventSource sends no token.
import type { Tokens } from '../../kit/api/client.ts';
import { eventsOf } from './event-stream.ts';
import type { Pace, Phone, PhoneListener, PhoneView } from './phone.ts';
import { PhoneRefusal } from './phone.ts';

/** ms until a stream that broke is opened again. */
const AGAIN = 1000;
/** ms between two tries of somebody who does not work in this run. */
const PATIENCE = 5000;

interface Outside {
  readonly send: typeof fetch;
  readonly rest: (ms: number) => Promise<unknown>;
}

const OUTSIDE: Outside = {
  send: (...given) => fetch(...given),
  rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
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
    setSpeed: (speed) => post('pace', { speed }),
  };
}

/** Opened again whenever it breaks, until it is ended. */
function readOn(
  at: string,
  tokens: Tokens,
  { send, rest }: Outside,
  listener: PhoneListener,
): () => void {
  const ended = new AbortController();
  let refusals = 0;
  const once = async (): Promise<number> => {
    const token = await tokens.token(refusals > 0);
    const headers = { authorization: `Bearer ${token}` };
    const answer = await send(`${at}/events`, { headers, signal: ended.signal });
    if (!answer.ok || answer.body === null) {
      refusals = answer.status === 401 ? refusals + 1 : 0;
      const { message = '' } = await answer.json().catch(() => ({}));
      listener.status({ kind: 'refused', because: String(message) });
      return PATIENCE;
    }
    refusals = 0;
    for await (const { event, data } of eventsOf(answer.body)) {
      if (event === 'clock') listener.pace(data as Pace);
      if (event === 'telephone') listener.status({ kind: 'there', view: data as PhoneView });
    }
    return AGAIN;
  };
  const goOn = async () => {
    while (!ended.signal.aborted) {
      const wait = await once().catch(() => AGAIN);
      if (ended.signal.aborted) return;
      if (wait === AGAIN) listener.status({ kind: 'connecting' });
      await rest(wait);
    }
  };
  void goOn();
  return () => ended.abort();
}
