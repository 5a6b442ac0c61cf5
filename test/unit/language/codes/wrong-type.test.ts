import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('wrong-type', () => {
  it('reports text where a list is expected', () => {
    expect(found({ [SPRING]: ['callerIds: [main]', 'callerIds: main'] })).toEqual([
      "campaigns/spring.yaml:5:16 wrong-type: expected a list, found 'main'",
    ]);
  });

  it('reports a number without its unit where text is expected', () => {
    expect(found({ [SPRING]: ['    queue: sales', '    queue: sales\n    wrapUp: 30'] })).toEqual([
      "campaigns/spring.yaml:5:13 wrong-type: expected text, found '30'",
    ]);
  });

  it('reports a key without a value', () => {
    expect(found({ [SPRING]: ['callerIds: [main]', 'callerIds:'] })).toEqual([
      'campaigns/spring.yaml:5:5 wrong-type: expected a list, found nothing',
    ]);
  });

  it('accepts an empty list', () => {
    expect(found({ [SPRING]: ['callerIds: [main]', 'callerIds: []'] })).toEqual([]);
  });
});
