import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

describe('unknown-group', () => {
  it('reports a group that groups.yaml does not have, at its place in the list', () => {
    expect(found({ 'queues.yaml': ['groups: [sales]', 'groups: [sales, saless]'] })).toEqual([
      "queues.yaml:2:19 unknown-group: there is no group 'saless'",
    ]);
  });

  it('accepts a group that several queues share', () => {
    expect(
      found({ 'queues.yaml': ['groups: [help]', 'groups: [help, sales]'] }, IVR_FILES),
    ).toEqual([]);
  });
});
