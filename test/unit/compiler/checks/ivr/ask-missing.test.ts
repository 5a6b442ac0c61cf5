import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('ask-missing', () => {
  it('reports a field that nobody is asked for', () => {
    expect(found({ [HELP]: ['    ask: Key in your PESEL.\n', ''] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:45:5 ask-missing: block 'who' has 'field', but no 'ask'",
    ]);
  });

  it('reports a number of digits that nobody is asked for', () => {
    expect(
      found(
        { [HELP]: ['    ask: Key in your PESEL.\n    field: pesel\n', '    digits: 11\n'] },
        IVR_FILES,
      ),
    ).toEqual(["ivrs/help.yaml:45:5 ask-missing: block 'who' has 'digits', but no 'ask'"]);
  });

  it('reports a callback that can be declined without being offered', () => {
    expect(found({ [HELP]: ['    ask: Press 1.\n', ''] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:52:5 ask-missing: block 'again' has 'declined', but no 'ask'",
    ]);
  });

  it('accepts callers who are recognised by their number', () => {
    expect(
      found({ [HELP]: ['    ask: Key in your PESEL.\n    field: pesel\n', ''] }, IVR_FILES),
    ).toEqual([]);
  });
});
