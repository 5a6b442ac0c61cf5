// Whether music plays while an agent waits: unless they switched it off in this browser.
const KEPT = 'ringback.music';

export const isMusicOn = (): boolean => localStorage.getItem(KEPT) !== 'off';

export function keepMusic(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, 'off');
}

/** In another tab. @returns ends it */
export function whenMusicChanges(run: () => void): () => void {
  const changed = ({ key }: StorageEvent) => {
    if (key === KEPT) run();
  };
  addEventListener('storage', changed);
  return () => removeEventListener('storage', changed);
}
