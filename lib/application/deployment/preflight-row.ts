// What is to be deployed, and a row of the table that `ringback preflight` prints.
import type { Definitions } from '../../language/definitions.ts';

export interface Planned {
  /** Name of the deployment. */
  readonly name: string;
  readonly definitions: Definitions;
  /** Secrets it makes, by their names. */
  readonly secrets: readonly string[];
  /** The user pool it is to use, and what it makes there; missing where it makes one. */
  readonly userPool?:
    | { readonly arn: string; readonly groups: readonly string[]; readonly scopes: string }
    | undefined;
}

export interface PreflightRow {
  readonly what: string;
  readonly found: string;
  readonly needed: string;
  /**
   * ready: as it should be · limits: works, but not as planned · stops: the deployment or every
   * call or message fails · unknown: the account did not tell
   */
  readonly verdict: 'ready' | 'limits' | 'stops' | 'unknown';
  readonly todo?: string | undefined;
}

/** A question that is refused becomes a row that says so. */
export async function rowsFrom(
  what: string,
  ask: () => Promise<readonly PreflightRow[]>,
): Promise<readonly PreflightRow[]> {
  try {
    return await ask();
  } catch (error) {
    const found = error instanceof Error ? error.name : String(error);
    const todo = 'look it up in the console, or ask with an identity that may read it';
    return [{ what, found, needed: '', verdict: 'unknown', todo }];
  }
}
