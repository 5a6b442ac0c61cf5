// Sound in one tab of several: whoever has the lock plays, and the next one when it is given back.
const LOCK = 'ringback.music';
const PRESSES = ['pointerdown', 'keydown'] as const;

/** @returns ends it */
export function playInOneTab(audio: HTMLAudioElement): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const play = () => {
    // browsers refuse sound until somebody has pressed something in the page
    audio.play().catch(() => {
      if (signal.aborted) return;
      for (const press of PRESSES) addEventListener(press, play, { once: true, signal });
    });
  };
  const held = () =>
    new Promise<void>((release) => {
      signal.addEventListener('abort', () => release());
      play();
    });
  // rejects when it is ended before its turn has come
  navigator.locks.request(LOCK, { signal }, held).catch(() => {});
  return () => {
    ended.abort();
    audio.pause();
  };
}
