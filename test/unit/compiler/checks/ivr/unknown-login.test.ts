import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('unknown-login', () => {
  it('reports a token of a block that does not exist', () => {
    expect(found({ [HELP]: ['    login: login', '    login: logn'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:18:12 unknown-login: block 'order' uses the token of 'logn', which is not an api-login block",
    ]);
  });

  it('reports a token of a block of another kind', () => {
    expect(found({ [HELP]: ['    login: login', '    login: hello'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:18:12 unknown-login: block 'order' uses the token of 'hello', which is not an api-login block",
    ]);
  });

  it('accepts a request without a token', () => {
    expect(found({ [HELP]: ['    login: login\n', ''] }, IVR_FILES)).toEqual([]);
  });
});
