import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';

describe('voicemail-not-detected', () => {
  it('warns of a path for voicemail where no campaign detects answering machines', () => {
    expect(found({ [AGAIN]: ['busy: again', 'busy: again\n      voicemail: again'] })).toEqual([
      "rules/again.yaml:9:7 voicemail-not-detected: 'voicemail' of tile 'status' can never be taken: no campaign using the rule has machineDetection",
    ]);
  });

  it('warns of counting nothing but voicemail there', () => {
    expect(
      found({
        [AGAIN]: [
          'kind: passes\n    compare: ">= 3"',
          'kind: calls-with-status\n    statuses: [voicemail]\n    compare: ">= 3"',
        ],
      }),
    ).toEqual([
      "rules/again.yaml:12:15 voicemail-not-detected: tile 'count' counts nothing: no campaign using the rule has machineDetection",
    ]);
  });

  it('warns of calling the next number after a voicemail that is not detected (REC-5)', () => {
    expect(
      found({
        [SPRING]: ['    queue: sales', '    queue: sales\n    nextNumberAfter: [busy, voicemail]'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:5:29 voicemail-not-detected: no call ends as voicemail: campaign 'spring' has no machineDetection",
    ]);
  });

  it('accepts the path where a campaign does', () => {
    expect(
      found({
        [AGAIN]: ['busy: again', 'busy: again\n      voicemail: again'],
        [SPRING]: ['    queue: sales', '    queue: sales\n    machineDetection: true'],
      }),
    ).toEqual([]);
  });

  it('accepts counting voicemail among others', () => {
    expect(
      found({
        [AGAIN]: [
          'kind: passes\n    compare: ">= 3"',
          'kind: calls-with-status\n    statuses: [voicemail, busy]\n    compare: ">= 3"',
        ],
      }),
    ).toEqual([]);
  });
});
