import { describe, expect, it } from 'vitest';
import { asked, compared, rendered } from './a-block.ts';

const block = {
  kind: 'api-request',
  request: { url: 'https://shop.example.org/orders' },
  next: 'on',
  failed: 'off',
} as const;

describe('api-request (IVR-3)', () => {
  it('saves the values it names before anything else is asked', () => {
    const { ways, given } = rendered({ ...block, save: { 'order-state': 'state', total: 'sum' } });

    expect(ways).toEqual({
      it: asked('it.visit', 'off'),
      'it.visit': asked('it.outcome', 'it.outcome'),
      'it.outcome': compared('off', { 'Equals ok': 'it.saved' }),
      // values that do not fit are a failure: what follows may depend on them
      'it.saved': asked('on', 'off'),
    });
    expect(given['it.saved']).toEqual({
      Attributes: {
        v_order_state: '$.External.v_order_state',
        v_total: '$.External.v_total',
      },
    });
  });

  it('goes on at once when it saves nothing', () => {
    const { ways } = rendered(block);

    expect(Object.keys(ways)).toEqual(['it', 'it.visit', 'it.outcome']);
    expect(ways['it.outcome']).toMatchObject({ 'Equals ok': 'on' });
  });

  it('tells the function which block asks, so that it reads the request from the files', () => {
    expect(rendered(block).given.it).toMatchObject({
      LambdaFunctionARN: 'call-api',
      LambdaInvocationAttributes: { ivr: 'greeting', block: 'it' },
      InvocationTimeLimitSeconds: '8',
    });
  });
});
