import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

describe('wrong-file-name', () => {
  it('reports the name of a campaign file that is not an id', () => {
    expect(found({ 'campaigns/Spring Recall.yaml': 'name: x' })).toEqual([
      'campaigns/Spring Recall.yaml:1:1 wrong-file-name: the file name is not a valid id',
    ]);
  });

  it('reports the name of a rule file that is not an id', () => {
    expect(found({ 'rules/2nd.yaml': 'name: x' })).toEqual([
      'rules/2nd.yaml:1:1 wrong-file-name: the file name is not a valid id',
    ]);
  });

  it('accepts lower-case letters, digits and dashes', () => {
    expect(found({ 'campaigns/spring-2.yaml': 'name: x\nchannels: { outbound: {} }' })).toEqual([]);
  });
});
