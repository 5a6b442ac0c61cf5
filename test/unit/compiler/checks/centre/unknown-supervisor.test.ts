import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const NAMED = 'name: Spring\nsupervisors: [ola, ewa]\n';
const EWA = 'supervisors:\n  ewa: { email: ewa@example.org }\n';

describe('unknown-supervisor', () => {
  it('reports a supervisor whom the centre does not have', () => {
    expect(
      found({
        [SPRING]: ['name: Spring\n', NAMED],
        'centre.yaml': ['country: PL\n', `country: PL\n${EWA}`],
      }),
    ).toEqual([
      "campaigns/spring.yaml:2:15 unknown-supervisor: campaign 'spring' names supervisor 'ola', who does not exist",
    ]);
  });

  it('accepts supervisors of the centre', () => {
    const both = `country: PL\n${EWA}  ola: { email: ola@example.org, language: cs }\n`;
    expect(
      found({ [SPRING]: ['name: Spring\n', NAMED], 'centre.yaml': ['country: PL\n', both] }),
    ).toEqual([]);
  });
});
