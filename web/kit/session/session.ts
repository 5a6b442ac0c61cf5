// Who is signed in at this page, and their token.
import type { Tokens } from '../api/client.ts';
import type { Settings } from '../settings.ts';
import { passedOn, signInBeside } from './framed.ts';
import {
  byCode,
  byRefresh,
  type Granted,
  type Keep,
  keepRefresh,
  keptRefresh,
  returned,
  signInAddress,
  signOutAddress,
} from './sign-in.ts';

export interface Person {
  readonly name: string;
  readonly roles: readonly string[];
}

/** Of the tabs of this browser. */
const CHANNEL = 'ringback.session';
/** Renewed this long before its end. */
const EARLY = 60_000;

export class Session implements Tokens {
  private readonly settings: Settings;
  private readonly keep: Keep;
  private granted: Granted;
  private renewing: Promise<void> | undefined;

  constructor(settings: Settings, granted: Granted, keep: Keep) {
    this.settings = settings;
    this.keep = keep;
    this.granted = granted;
    if (granted.refreshToken !== undefined) keepRefresh(keep, granted.refreshToken);
  }

  get person(): Person {
    return personOf(this.granted.accessToken);
  }

  async token(afresh = false): Promise<string> {
    if (afresh || Date.now() > this.granted.until - EARLY) await this.renew();
    return this.granted.accessToken;
  }

  signOut(): void {
    const { name } = this.person;
    new BroadcastChannel(CHANNEL).postMessage({ left: name });
    this.leave();
  }

  /** Whoever signs out in one tab has left them all: others may sit down here. */
  leaveWithOthers(): void {
    const { name } = this.person;
    new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }) => {
      if (data?.left === name) this.leave();
    });
  }

  private leave(): void {
    keepRefresh(this.keep, undefined);
    location.assign(signOutAddress(this.settings, hereWithoutPlace()));
  }

  /** One at a time, however many requests wait for it. */
  private renew(): Promise<void> {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  private async renewOnce(): Promise<void> {
    const token = keptRefresh(this.keep);
    const granted = token === null ? undefined : await byRefresh(token, this.settings);
    if (granted === undefined) {
      keepRefresh(this.keep, undefined);
      if (isFramed()) location.reload();
      return await leaveToSignIn(this.settings, this.keep);
    }
    if (granted.refreshToken !== undefined) keepRefresh(this.keep, granted.refreshToken);
    this.granted = granted;
  }
}

export type Opened =
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'refused'; readonly because: string; readonly again: () => Promise<void> };

/** Signs in; never comes back when the browser leaves for that. */
export async function openSession(
  settings: Settings,
  keep: Keep = sessionStorage,
): Promise<Opened> {
  // the page ends here
  if (passedOn(window, location)) return new Promise(() => {});
  const back = returned(new URLSearchParams(location.search), keep);
  if (back.kind !== 'none') history.replaceState(null, '', location.pathname);
  const again = () => (isFramed() ? signInAside(settings, keep) : leaveToSignIn(settings, keep));
  if (back.kind === 'refused') return { kind: 'refused', because: back.because, again };
  if (back.kind === 'code') {
    history.replaceState(null, '', `${location.pathname}${back.place}`);
    const granted = await byCode(back.code, back.verifier, hereWithoutPlace(), settings);
    if (granted === undefined) return { kind: 'refused', because: '', again };
    return signedIn(new Session(settings, granted, keep));
  }
  const token = keptRefresh(keep);
  const granted = token === null ? undefined : await byRefresh(token, settings);
  if (granted !== undefined) return signedIn(new Session(settings, granted, keep));
  keepRefresh(keep, undefined);
  // a window opens when somebody presses for it, and not by itself
  if (isFramed()) return { kind: 'refused', because: '', again };
  return await leaveToSignIn(settings, keep);
}

const signedIn = (session: Session): Opened => {
  session.leaveWithOthers();
  return { kind: 'signed-in', session };
};

const isFramed = (): boolean => window.parent !== window;

/** As if this page had been away and come back. */
async function signInAside(settings: Settings, keep: Keep): Promise<never> {
  const address = await signInAddress(settings, hereWithoutPlace(), location.hash, keep);
  const search = await signInBeside(address, location.origin, window);
  history.replaceState(null, '', `${location.pathname}${search}`);
  location.reload();
  return new Promise(() => {});
}

async function leaveToSignIn(settings: Settings, keep: Keep): Promise<never> {
  const address = await signInAddress(settings, hereWithoutPlace(), location.hash, keep);
  location.assign(address);
  // the page ends here
  return new Promise(() => {});
}

const hereWithoutPlace = (): string => `${location.origin}${location.pathname}`;

/** From the claims; the API is who judges them. */
export function personOf(accessToken: string): Person {
  const [, claims = ''] = accessToken.split('.');
  const text = atob(claims.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const read = JSON.parse(new TextDecoder().decode(bytes));
  return { name: String(read.username ?? ''), roles: read['cognito:groups'] ?? [] };
}
