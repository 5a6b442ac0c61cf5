import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';
const HELP = 'ivrs/help.yaml';

describe('unknown-value', () => {
  it('reports a value that no request saves, in a condition and in a text', () => {
    expect(
      found(
        { [HELP]: ['    save: { order-state: state }', '    save: { order: state }'] },
        IVR_FILES,
      ),
    ).toEqual([
      "ivrs/help.yaml:25:12 unknown-value: nothing sets 'order-state' before block 'state' uses it",
      'ivrs/help.yaml:30:10 unknown-value: nothing sets {{ order-state }} before it is used here',
    ]);
  });

  it('reports a value that is saved only after it is used', () => {
    expect(found({ [HELP]: ['{{ caller }}', '{{ order-state }}'] }, IVR_FILES)).toEqual([
      'ivrs/help.yaml:19:21 unknown-value: nothing sets {{ order-state }} before it is used here',
    ]);
  });

  it('reports a value of the IVR in a survey, which has only those of every call', () => {
    expect(
      found({ [HOTLINE]: ['How was it?', '"How was {{ order-state }}?"'] }, IVR_FILES),
    ).toEqual([
      'campaigns/hotline.yaml:10:29 unknown-value: nothing sets {{ order-state }} before it is used here',
    ]);
  });

  it('accepts a value that was saved on the way', () => {
    expect(
      found({ [HELP]: ['say: Press a key.', 'say: Press a key, {{ order-state }}.'] }, IVR_FILES),
    ).toEqual([]);
  });

  it('accepts a value that every call has', () => {
    expect(found({ [HELP]: ['{{ order-state }}', '{{ caller }}'] }, IVR_FILES)).toEqual([]);
  });
});
