// Signing in where another page is around this one, such as Connect's agent workspace: the page of
// Cognito lets nobody frame it, so it gets a window of its own, which passes on the answer.

/** Name of that window: in it this page only passes on. */
const WINDOW = 'ringback-sign-in';

export interface InWindow {
  readonly name: string;
  readonly opener: { postMessage(message: unknown, origin: string): void } | null;
  close(): void;
}

/** true: this is the window that was opened to sign in; its answer was passed on. */
export function passedOn(
  { name, opener, close }: InWindow,
  { origin, search }: Pick<Location, 'origin' | 'search'>,
): boolean {
  if (name !== WINDOW || opener === null || search === '') return false;
  opener.postMessage({ signedIn: search }, origin);
  close();
  return true;
}

interface Messages {
  open(address: string, name: string, features: string): unknown;
  addEventListener(type: 'message', run: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', run: (event: MessageEvent) => void): void;
}

/** @returns the query the sign-in page came back with. Call it when something was pressed. */
export function signInBeside(address: string, origin: string, window: Messages): Promise<string> {
  return new Promise((resolve) => {
    const opened = window.open(address, WINDOW, 'popup,width=520,height=720');
    const told = ({ origin: from, source, data }: MessageEvent) => {
      // of this origin and of that window only
      if (from !== origin || source !== opened || typeof data?.signedIn !== 'string') return;
      window.removeEventListener('message', told);
      resolve(data.signedIn);
    };
    window.addEventListener('message', told);
  });
}
