// What a saved mapping is found by: one text for all files with the same headings, whatever their
// order, case and accents.
import { createHash } from 'node:crypto';
import { plainHeading } from '../../contacts/headings.ts';
import type { NamedColumns } from '../../language/schema/campaign.ts';

export const headingsKey = (headings: readonly string[]): string =>
  hashOf(headings.map(plainHeading).toSorted());

/** What tells one saved mapping from another. */
export const mappingTag = (saved: NamedColumns | undefined): string =>
  saved === undefined ? 'none' : hashOf(saved).slice(0, 16);

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url');
