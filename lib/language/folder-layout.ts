// Which file of a contact centre's folder defines what.
import type { z } from 'zod';
import type { Path } from './read-yaml.ts';
import { Id } from './schema/basics.ts';
import { BehaviourFile } from './schema/behaviour.ts';
import { Campaign } from './schema/campaign.ts';
import { Centre, GroupsFile, QueuesFile } from './schema/centre.ts';
import { Directory } from './schema/directory.ts';
import { HoursFile } from './schema/hours.ts';
import { Ivr } from './schema/ivr.ts';
import { IvrTestsFile } from './schema/ivr-test.ts';
import { PricesFile } from './schema/prices.ts';
import { Rule } from './schema/rule.ts';
import { ScenariosFile } from './schema/scenario.ts';
import { Script } from './schema/script.ts';

export const FILE_SCHEMAS = {
  centre: Centre,
  hours: HoursFile,
  groups: GroupsFile,
  queues: QueuesFile,
  campaign: Campaign,
  rule: Rule,
  scenarios: ScenariosFile,
  ivr: Ivr,
  'ivr-tests': IvrTestsFile,
  script: Script,
  directory: Directory,
  behaviour: BehaviourFile,
  prices: PricesFile,
} as const satisfies Record<string, z.ZodType>;
export type FileKind = keyof typeof FILE_SCHEMAS;

/** Single files, and folders of files whose names are ids. */
export const SINGLE_FILES = [
  ...(['centre', 'hours', 'groups', 'queues', 'directory'] as const),
  ...(['behaviour', 'prices'] as const),
] as const;

/** Files whose names are ids. */
export type NamedKind = 'campaign' | 'rule' | 'scenarios' | 'ivr' | 'ivr-tests' | 'script';

export type FileRole =
  | { readonly kind: (typeof SINGLE_FILES)[number] }
  | { readonly kind: NamedKind; readonly id: string }
  | { readonly kind: 'ignored' | 'unknown' | 'wrong-name' };

/** @param path within the folder, with forward slashes */
export function roleOf(path: string): FileRole {
  const single = SINGLE_FILES.find((kind) => path === `${kind}.yaml`);
  if (single) return { kind: single };
  const [, folder, id = '', test] =
    /^(campaigns|rules|ivrs|scripts)\/([^/]+?)(\.test)?\.yaml$/.exec(path) ?? [];
  const isTested = folder === 'rules' || folder === 'ivrs';
  if (folder === undefined || (!isTested && test)) {
    return { kind: /\.ya?ml$/.test(path) && !isMaterial(path) ? 'unknown' : 'ignored' };
  }
  if (!Id.safeParse(id).success) return { kind: 'wrong-name' };
  if (folder === 'campaigns') return { kind: 'campaign', id };
  if (folder === 'scripts') return { kind: 'script', id };
  if (folder === 'ivrs') return { kind: test ? 'ivr-tests' : 'ivr', id };
  return { kind: test ? 'scenarios' : 'rule', id };
}

/** The place of a file within the definitions; undefined for one that is not part of them. */
export function placeOf(role: FileRole): Path | undefined {
  switch (role.kind) {
    case 'campaign':
    case 'rule':
    case 'ivr':
    case 'script':
      return [`${role.kind}s`, role.id];
    case 'scenarios':
      return ['scenarios', role.id];
    case 'ivr-tests':
      return ['ivrTests', role.id];
    case 'centre':
    case 'hours':
    case 'groups':
    case 'queues':
    case 'directory':
      return [role.kind];
    default:
      return undefined;
  }
}

/** Files that are sent or played unchanged, whatever their format. */
export const ATTACHMENTS = 'attachments/';
export const RECORDINGS = 'recordings/';

export const isMaterial = (path: string): boolean =>
  path.startsWith(ATTACHMENTS) || path.startsWith(RECORDINGS);
