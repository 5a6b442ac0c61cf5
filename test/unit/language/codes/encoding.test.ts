import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('encoding', () => {
  it('reports the first character that is not in UTF-8', () => {
    expect(found({ [SPRING]: ['name: Spring', 'name: Po\uFFFDudnie'] })).toEqual([
      'campaigns/spring.yaml:1:9 encoding: a character that is not valid UTF-8',
    ]);
  });

  it('reports a file that is not text at all', () => {
    expect(found({ [SPRING]: 'name: \0' })).toEqual([
      'campaigns/spring.yaml:1:1 encoding: the file is not UTF-8 text',
    ]);
  });

  it('accepts letters beyond ASCII', () => {
    expect(found({ [SPRING]: ['name: Spring', 'name: Południe'] })).toEqual([]);
  });
});
