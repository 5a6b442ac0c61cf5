// What a page has to know of the deployment it belongs to (lib/infra/api/pages.ts writes it).
export interface Settings {
  /** Below it are oauth2/authorize, oauth2/token and logout. */
  readonly signIn: string;
  /** Client of the user pool, for pages. */
  readonly client: string;
  /** Address of the Connect instance, or of the telephone of the local cloud. */
  readonly telephone: string;
  /** Of the centre: moments are shown as its people live. */
  readonly timeZone: string;
}

export async function readSettings(): Promise<Settings> {
  const answer = await fetch('/config.json');
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  return await answer.json();
}
