// Keys for what has to be quick. A key presses the button that names it, so that it can do no more
// and no less than the button.
import { useEffect } from 'react';

export function useShortcuts(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      // by its place on the keyboard: Alt makes letters of its own in Polish
      const key = /^(?:Key|Digit)([A-Z1-9])$/.exec(event.code)?.[1];
      if (key === undefined) return;
      const button = document.querySelector<HTMLElement>(`[data-keys="Alt+${key}"]:not(:disabled)`);
      if (button === null) return;
      event.preventDefault();
      button.click();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
