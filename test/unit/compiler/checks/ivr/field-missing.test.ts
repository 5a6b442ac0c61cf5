import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';
const HELP = 'ivrs/help.yaml';

describe('field-missing', () => {
  it('reports digits that are compared with no field', () => {
    expect(found({ [HELP]: ['    field: pesel\n', ''] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:43:3 field-missing: block 'who' asks for digits, but has no 'field' to compare them with",
    ]);
  });

  it('accepts them when another system knows what they mean (INB-14)', () => {
    expect(
      found(
        {
          [HELP]: ['    field: pesel\n', ''],
          [HOTLINE]: [
            '    ivr: help\n',
            '    ivr: help\n    authorisation: { request: { url: "https://crm.example.org/{{ entered }}" }, record: id, field: pesel }\n',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
