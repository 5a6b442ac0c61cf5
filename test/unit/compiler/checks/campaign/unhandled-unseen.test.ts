import { describe, expect, it } from 'vitest';
import { type Edits, found, IVR_FILES } from '../../../../support/a-centre.ts';

const limited = (agentEvents: string, edits: Edits = {}) =>
  found(
    {
      'centre.yaml': ['country: PL\n', `country: PL\nconnect: { agentEvents: ${agentEvents} }\n`],
      'campaigns/hotline.yaml': ['name: Hotline', 'name: Hotline\nunhandled: { most: 2 }'],
      ...edits,
    },
    IVR_FILES,
  );

describe('unhandled-unseen', () => {
  it('reports a limit for agents who only take calls, where the dialer looks at its own', () => {
    expect(limited('polled')).toEqual([
      'campaigns/hotline.yaml:2:1 unhandled-unseen: the agents of help dial for no campaign, so nobody sees how many records they have left, and they get calls with any number of them',
    ]);
  });

  it('accepts it where the stream tells what agents do, and for agents who dial as well', () => {
    expect(limited('stream')).toEqual([]);
    const dialing = limited('polled', {
      'queues.yaml': ['  groups: [sales]', '  groups: [sales, help]'],
    });
    expect(dialing).toEqual([]);
  });
});
