import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

describe('unknown-agent', () => {
  it('reports an extension of somebody who is in no group', () => {
    expect(found({ 'centre.yaml': ['"101": anna', '"101": ana'] }, IVR_FILES)).toEqual([
      "centre.yaml:12:10 unknown-agent: extension 101 leads to agent 'ana', who is not in any group",
    ]);
  });

  it('accepts an agent of any group', () => {
    expect(found({ 'centre.yaml': ['"101": anna', '"101": ewa'] }, IVR_FILES)).toEqual([]);
  });
});
