import { describe, expect, it } from 'vitest';
import { asked, rendered } from './a-block.ts';

describe('answer (IVR-1)', () => {
  const { ways, given } = rendered({ kind: 'answer', next: 'on' });

  it('looks the caller up and keeps what was found; who cannot be looked up is unknown', () => {
    expect(ways).toEqual({ it: asked('it.found', 'on'), 'it.found': asked('on', 'on') });
    expect(given.it).toMatchObject({
      LambdaFunctionARN: 'answer-call',
      LambdaInvocationAttributes: { ivr: 'greeting' },
    });
    expect(given['it.found']).toEqual({
      Attributes: {
        identity: '$.External.identity',
        record: '$.External.record',
        attempt: '$.External.attempt',
        lastAgent: '$.External.lastAgent',
        privateAgent: '$.External.privateAgent',
      },
    });
  });
});
