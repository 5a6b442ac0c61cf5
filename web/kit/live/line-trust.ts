// When a page may rely on its line. Whoever tells of changes may not know of a new page yet,
// because nobody asks who is there while nobody was (lib/domain/live/watch.ts): until then the page
// looks by itself as often as without a line.

/**
 * ms after which a page is known to all who tell: as long as they may not know of it, and a run.
 */
export const KNOWN_AFTER = 330_000;

type Later = (ms: number, run: () => void) => () => void;

const later: Later = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** @param turn called when the line can be relied on, and when it no longer can */
export function lineTrust(turn: (isTrusted: boolean) => void, wait: Later = later) {
  let stop = () => {};
  return {
    opened() {
      stop = wait(KNOWN_AFTER, () => turn(true));
    },
    broken() {
      stop();
      turn(false);
    },
    end: () => stop(),
  };
}
