import { describe, expect, it } from 'vitest';
import { asked, rendered } from './a-block.ts';

const block = {
  kind: 'dial',
  number: '+48587770000',
  ringFor: '25 s',
  next: 'on',
  failed: 'off',
} as const;

describe('dial (IVR-8)', () => {
  it('notes that it begins and how it ends, and goes on where nobody can note it', () => {
    const { ways, given } = rendered(block);

    expect(ways).toEqual({
      it: asked('it.dial', 'it.dial'),
      'it.dial': {
        next: 'it.taken',
        CallFailed: 'it.failed',
        ConnectionTimeLimitExceeded: 'it.failed',
        NoMatchingError: 'it.failed',
      },
      'it.taken': asked('on', 'on'),
      'it.failed': asked('off', 'off'),
    });
    const phases = ['it', 'it.taken', 'it.failed'].map(
      (id) => given[id]?.LambdaInvocationAttributes,
    );
    expect(phases).toEqual(
      ['begin', 'taken', 'failed'].map((phase) => ({ ivr: 'greeting', block: 'it', phase })),
    );
  });

  it('shows the caller’s own number, unless it names one of the centre', () => {
    const dialed = (callerId?: string) => rendered({ ...block, callerId }).given['it.dial'];

    expect(dialed()).toEqual({
      ThirdPartyPhoneNumber: '+48587770000',
      ThirdPartyConnectionTimeLimitSeconds: '25',
      ContinueFlowExecution: 'True',
    });
    expect(dialed('other')).toMatchObject({ CallerId: { Number: '+48221230001' } });
  });
});
