import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('spoken-template', () => {
  it('reports a filter in a spoken text', () => {
    expect(
      found({ [HELP]: ['{{ order-state }}', '{{ order-state | upcase }}'] }, IVR_FILES),
    ).toEqual([
      'ivrs/help.yaml:30:10 spoken-template: {{ order-state | upcase }} cannot be spoken: only plain values can',
    ]);
  });

  it('reports a tag in a spoken text', () => {
    expect(
      found(
        { [HELP]: ['Your order is {{ order-state }}.', '"{% if caller %}Hello{% endif %}"'] },
        IVR_FILES,
      ),
    ).toEqual([
      'ivrs/help.yaml:30:10 spoken-template: {% if caller %} cannot be spoken: only plain values can',
    ]);
  });

  it('accepts a filter in a request', () => {
    expect(
      found({ [HELP]: ['?phone={{ caller }}', '?phone={{ caller | url_encode }}'] }, IVR_FILES),
    ).toEqual([]);
  });
});
