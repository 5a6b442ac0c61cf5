import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN_TEST = 'rules/again.test.yaml';

describe('scenario-unknown-name', () => {
  it('reports a field, a classifier and a tile that do not exist', () => {
    expect(
      found({
        [AGAIN_TEST]: [
          'given: { fields: { name: Anna } }\n  calls: [busy]\n  expect: [status > again]',
          'given: { fields: { nmae: Anna } }\n  calls: [{ status: busy, classifier: so }]\n  expect: [status > agian]',
        ],
      }),
    ).toEqual([
      "rules/again.test.yaml:2:22 scenario-unknown-name: campaign 'spring' has no field 'nmae'",
      "rules/again.test.yaml:3:27 scenario-unknown-name: campaign 'spring' has no classifier 'so'",
      "rules/again.test.yaml:4:12 scenario-unknown-name: rule 'again' has no tile 'agian'",
    ]);
  });

  it('reports a campaign that does not exist', () => {
    expect(
      found({
        [AGAIN_TEST]: ['given: { fields: { name: Anna } }', 'given: { campaign: sprng }'],
      }),
    ).toEqual(["rules/again.test.yaml:2:12 scenario-unknown-name: there is no campaign 'sprng'"]);
  });

  it('accepts the campaign by its id', () => {
    expect(found({ [AGAIN_TEST]: ['fields: { name: Anna }', 'campaign: spring'] })).toEqual([]);
  });
});
