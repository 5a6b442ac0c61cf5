// The connection that tells a page of changes. It is opened with a ticket that the token has
// bought, and opened again when it breaks, ever more slowly; meanwhile the page looks by itself.
import type { Client } from '../api/client.ts';

/** What is no longer true (lib/domain/live/changes.ts). */
export interface Notice {
  readonly changed: readonly {
    readonly campaign: string;
    readonly records?: Readonly<Record<string, number>>;
    readonly more?: true;
  }[];
  readonly agents?: true;
  readonly desk?: true;
}

export interface LiveListener {
  /** The line is there: what happened before is not told. */
  opened(): void;
  broken(): void;
  told(notice: Notice): void;
}

/** As much of a WebSocket as is used. */
export interface Line {
  addEventListener(type: 'open' | 'close', run: () => void): void;
  addEventListener(type: 'message', run: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

interface Outside {
  readonly connect: (protocols: readonly string[]) => Line;
  readonly rest: (ms: number) => Promise<unknown>;
  readonly random: () => number;
  /** ms, of a clock that only goes on. */
  readonly counter: () => number;
}

const OUTSIDE: Outside = {
  // the pages' own address: no other has to be known, or allowed
  connect: (protocols) =>
    new WebSocket(`${location.origin.replace(/^http/, 'ws')}/live`, [...protocols]),
  rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  counter: () => performance.now(),
};

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** A line that has held so long was a good one: the next is tried at once. */
const GOOD = 30_000;

/** @returns call it when nobody listens any more */
export function openLine(
  api: Pick<Client, 'ask'>,
  listener: LiveListener,
  { connect, rest, random, counter }: Outside = OUTSIDE,
): () => void {
  let line: Line | undefined;
  let isOver = false;
  /** How long it was open, ms. */
  const once = async (): Promise<number> => {
    const { ticket } = (await api.ask('watchChanges')).body;
    if (isOver) return 0;
    const opened = connect(['ringback', `ticket.${ticket}`]);
    line = opened;
    return new Promise((resolve) => {
      let since: number | undefined;
      opened.addEventListener('open', () => {
        since = counter();
        listener.opened();
      });
      opened.addEventListener('message', ({ data }) => {
        const notice = noticeIn(data);
        if (notice !== undefined) listener.told(notice);
      });
      opened.addEventListener('close', () => {
        if (since !== undefined && !isOver) listener.broken();
        resolve(since === undefined ? 0 : counter() - since);
      });
    });
  };
  const goOn = async () => {
    let pause = FIRST_PAUSE;
    while (!isOver) {
      const held = await once().catch(() => 0);
      if (isOver) return;
      if (held >= GOOD) pause = FIRST_PAUSE;
      // all pages of a centre lose their lines at once, and shall not come back at once
      await rest(pause * (0.5 + random()));
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
  };
  void goOn();
  return () => {
    isOver = true;
    line?.close();
  };
}

function noticeIn(data: unknown): Notice | undefined {
  try {
    const read = JSON.parse(String(data)) as Partial<Notice>;
    return Array.isArray(read.changed) ? (read as Notice) : undefined;
  } catch {
    return undefined;
  }
}
