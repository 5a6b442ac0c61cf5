// What a page has to know of the deployment it belongs to (lib/infra/api/pages.ts writes it).
import { useEffect, useState } from 'react';

export interface Settings {
  /** Below it are oauth2/authorize, oauth2/token and logout. */
  readonly signIn: string;
  /** Client of the user pool, for pages. */
  readonly client: string;
  /** Address of the Connect instance, or of the telephone of the local cloud. */
  readonly telephone: string;
  /** Of the centre: moments are shown as its people live. */
  readonly timeZone: string;
  /** Of the files of the centre that are deployed. */
  readonly version?: string;
  /** Where an editor opens a file, with {path} and {line}; only on one's own machine. */
  readonly editor?: string;
  /** ISO 8601; missing where nobody says. */
  readonly deployedAt?: string;
}

export async function readSettings(): Promise<Settings> {
  const answer = await fetch('/config.json');
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  const settings: Settings = await answer.json();
  const date = answer.headers.get('last-modified');
  return date === null ? settings : { ...settings, deployedAt: new Date(date).toISOString() };
}

/** Asked for once, however often React mounts. */
let settings: Promise<Settings> | undefined;
export const settingsOnce = (): Promise<Settings> => {
  settings ??= readSettings();
  return settings;
};

export function useSettings(): Settings | undefined {
  const [read, setRead] = useState<Settings>();
  useEffect(() => {
    void settingsOnce().then(setRead);
  }, []);
  return read;
}
