import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP = 'ivrs/help.yaml';

describe('unknown-voice', () => {
  it('reports a voice of another language', () => {
    expect(
      found({ [HELP]: ['name: Help', 'name: Help\nvoice: { id: Jitka }'] }, IVR_FILES),
    ).toEqual([
      "ivrs/help.yaml:2:14 unknown-voice: Amazon Polly has no voice 'Jitka' for language 'pl'",
    ]);
  });

  it('reports a voice that the engine does not have', () => {
    expect(
      found(
        { [HELP]: ['name: Help', 'name: Help\nvoice: { id: Ewa, engine: Neural }'] },
        IVR_FILES,
      ),
    ).toEqual([
      "ivrs/help.yaml:2:27 unknown-voice: voice 'Ewa' is not available with the engine Neural",
    ]);
  });

  it('accepts a voice with its engine', () => {
    expect(
      found(
        { [HELP]: ['name: Help', 'name: Help\nvoice: { id: Ewa, engine: Standard }'] },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
