import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

describe('handling-differs', () => {
  it('reports a group that works for campaigns of different handling', () => {
    expect(
      found(
        {
          'ivrs/old.yaml':
            'name: Other\nblocks:\n  pick-up: { kind: answer, next: agents }\n  agents: { kind: queue, queue: help, next: bye }\n  bye: { kind: disconnect }\n',
          'campaigns/other.yaml':
            'name: Other\nhandling: manual-web\nchannels:\n  inbound: { numbers: [main], ivr: old }\n',
        },
        IVR_FILES,
      ),
    ).toEqual([
      "campaigns/other.yaml:2:11 handling-differs: campaign 'other' has handling 'manual-web', but its group 'help' also works for campaign 'hotline', which has 'automatic'",
    ]);
  });

  it('accepts one that works for campaigns of the same handling', () => {
    expect(
      found(
        {
          'ivrs/old.yaml':
            'name: Other\nblocks:\n  pick-up: { kind: answer, next: agents }\n  agents: { kind: queue, queue: help, next: bye }\n  bye: { kind: disconnect }\n',
          'campaigns/other.yaml':
            'name: Other\nhandling: automatic\nchannels:\n  inbound: { numbers: [main], ivr: old }\n',
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
