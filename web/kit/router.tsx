// Where in the page: behind the hash, so that no server sees it and none has to answer for it.
// Nothing of people is ever written there, ids of records at most.
import { type ReactNode, useSyncExternalStore } from 'react';

/** A place with its parameters in braces, and what is shown there. */
export interface Place {
  readonly path: string;
  readonly view: (params: Readonly<Record<string, string>>) => ReactNode;
}

/** The address of a place. */
export function to(path: string, params: Readonly<Record<string, string>> = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  return `#${filled}`;
}

/** The first of the places that fits. */
export function placeAt(places: readonly Place[], hash: string) {
  const parts = partsOf(hash.replace(/^#/, ''));
  for (const place of places) {
    const params = matched(partsOf(place.path), parts);
    if (params !== undefined) return { place, params };
  }
  return undefined;
}

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

function matched(wanted: readonly string[], parts: readonly string[]) {
  if (wanted.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [n, want] of wanted.entries()) {
    const part = parts[n] ?? '';
    const name = /^\{(\w+)\}$/.exec(want)?.[1];
    if (name === undefined) {
      if (want !== part) return undefined;
    } else {
      const value = decoded(part);
      if (value === undefined) return undefined;
      params[name] = value;
    }
  }
  return params;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

export const useHash = (): string =>
  useSyncExternalStore(
    listen,
    () => location.hash,
    () => '',
  );
