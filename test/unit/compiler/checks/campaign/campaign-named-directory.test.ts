import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const directory = { 'directory.yaml': 'fields: { city: {} }\n' };

describe('campaign-named-directory', () => {
  it('reports a campaign that is called as the directory is (REC-11)', () => {
    const both = {
      ...directory,
      'campaigns/directory.yaml': 'name: D\nchannels:\n  outbound: {}\n',
    };

    expect(found(both, IVR_FILES)).toEqual([
      "campaigns/directory.yaml:1:1 campaign-named-directory: the directory of people has the id 'directory', too",
    ]);
  });

  it('accepts either of them alone', () => {
    expect(found(directory, IVR_FILES)).toEqual([]);
    expect(
      found({ 'campaigns/directory.yaml': 'name: D\nchannels:\n  outbound: {}\n' }, IVR_FILES),
    ).toEqual([]);
  });

  it('accepts no mistake in the directory that a campaign may not have', () => {
    const wrong =
      'supervisors: [ola]\nfields:\n  kind: { type: choice }\ncolumns: { fields: { x: X } }\n';

    expect(found({ 'directory.yaml': wrong }, IVR_FILES)).toEqual([
      "directory.yaml:1:15 unknown-supervisor: the directory names supervisor 'ola', who does not exist",
      "directory.yaml:3:3 choice-without-options: choice field 'kind' has no options",
      "directory.yaml:4:22 unknown-column-field: a column is mapped to 'x', but the directory has no such field",
    ]);
  });
});
