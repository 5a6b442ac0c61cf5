// What the stacks are made from. Everything is known before the first construct: no lookups at
// synth, no account, no region.
import type { Environment, StackProps } from 'aws-cdk-lib';
import type { CompiledRule } from '../compiler/compile-rule.ts';
import type { CompileIvr } from '../compiler/ivr/compiled-ivr.ts';
import type { Definitions } from '../language/definitions.ts';

/** What a team settles about users and programs of the API. */
export interface ApiAccess {
  /** ARN of a user pool that is there; without one the stack makes one. */
  readonly userPool?: string | undefined;
  /** Where people of that pool sign in, such as https://login.example.com. */
  readonly userPoolDomain?: string | undefined;
  /** Origin of pages of one's own, beside those that are deployed. */
  readonly consoleOrigin?: string | undefined;
  /** Programs of other systems, each with credentials of its own. */
  readonly integrators?: readonly string[] | undefined;
}

export interface Deployment {
  /** Account and region; those of the surroundings when left out. */
  readonly env?: Environment | undefined;
  /** Prefix of the stacks and of everything with a name. */
  readonly name: string;
  /** Keeps the data when a stack is deleted, and guards it against deletion. */
  readonly production: boolean;
  readonly definitions: Definitions;
  /** The callback rules, compiled. */
  readonly rules: readonly CompiledRule[];
  /** Compiles the IVR of an inbound campaign. */
  readonly compileIvr: CompileIvr;
  /**
   * Folder with one folder per task; each holds index.mjs and what the function reads beside it.
   */
  readonly bundles: string;
  /**
   * Folder with the recordings callers hear, as Connect plays them
   * (connect/playable-recordings.ts).
   */
  readonly recordings: string;
  /** Folder with the built pages of the web. */
  readonly pages: string;
  /**
   * Folder with the music of the desk, below music/ (CAM-5); none if missing. What callers hear is
   * not in it: whoever knows the address of the pages reads what is published with them.
   */
  readonly music?: string | undefined;
  /** Where the articles of docs/runbook.md can be read; alarms link to it. */
  readonly runbook: string;
  /** Address alarms are mailed to; without it nobody is subscribed. */
  readonly alarmsTo?: string;
  /** Functions the account lets run at once, where it is fewer than all of them may want. */
  readonly concurrency?: number;
  /** Who signs in to the API. */
  readonly access?: ApiAccess;
  /** Exceptions of opening hours before this day (2026-11-29) are left out. */
  readonly exceptionsFrom?: string;
}

/** Where a stack goes: its name does not depend on the constructs around it. */
export const stackPlace = (
  { name, env }: Deployment,
  part: 'data' | 'connect' | 'dialer' | 'rules' | 'api',
): Pick<StackProps, 'stackName' | 'env'> => ({ stackName: `${name}-${part}`, env });
