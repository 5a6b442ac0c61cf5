import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

describe('unknown-file', () => {
  it('reports a YAML file that has no place in a contact centre', () => {
    expect(found({ 'quues.yaml': '' })).toEqual([
      'quues.yaml:1:1 unknown-file: not a file of a contact centre',
    ]);
  });

  it('reports a file in a folder with a misspelt name', () => {
    expect(found({ 'campaings/autumn.yaml': 'name: Autumn\nchannels: { outbound: {} }' })).toEqual([
      'campaings/autumn.yaml:1:1 unknown-file: not a file of a contact centre',
    ]);
  });

  it('accepts files that are not YAML, and anything in attachments/', () => {
    expect(
      found({ 'attachments/note.yaml': 'anything', 'README.md': '', 'contacts.csv': '' }),
    ).toEqual([]);
  });
});
