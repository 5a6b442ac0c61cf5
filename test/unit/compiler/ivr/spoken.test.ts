import { describe, expect, it } from 'vitest';
import { silence, spokenText } from '../../../../lib/compiler/ivr/spoken.ts';

describe('what callers hear', () => {
  it.each([
    ['Hello.', 'Hello.'],
    ['Your order is {{ order-state }}.', 'Your order is $.Attributes.v_order_state.'],
    [
      'You call from {{caller}}, to {{- called -}}!',
      'You call from $.CustomerEndpoint.Address, to $.SystemEndpoint.Address!',
    ],
    ['{{ entered }}{{ ticket }}', '$.Attributes.entered $.Attributes.ticket'],
    ['{{ a }}-{{ b }}th, {{ c }}.5', '$.Attributes.v_a -$.Attributes.v_b th, $.Attributes.v_c .5'],
    ['Nr {{ a }}ą', 'Nr $.Attributes.v_a ą'],
    ['It costs $.Five', 'It costs $ .Five'],
  ])('reads values as paths of the contact: %s', (text, expected) => {
    expect(spokenText(text)).toBe(expected);
  });

  it('is silent for longer than Polly pauses at once', () => {
    expect(silence(25)).toEqual({
      SSML: '<speak><break time="10s"/><break time="10s"/><break time="5s"/></speak>',
    });
  });
});
