// What a saved mapping is found by: one text for all files with the same headings, whatever their
// order, case and accents.
import { createHash } from 'node:crypto';
import { plainHeading } from '../../contacts/headings.ts';

export const headingsKey = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headings.map(plainHeading).toSorted()))
    .digest('base64url');
