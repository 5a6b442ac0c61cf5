import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const withHlr = (request: string, invalid = '[dead]') =>
  found({
    'centre.yaml': [
      'name: Test',
      `name: Test\nhlr:\n  request:\n    ${request}\n  answer: status\n  valid: [live]\n  invalid: ${invalid}`,
    ],
  });

describe('hlr-settings', () => {
  it('reports a value that no request has (CBR-10)', () => {
    expect(withHlr('url: "https://hlr.example.org/{{ phone }}"')).toEqual([
      'centre.yaml:4:10 hlr-settings: nothing sets {{ phone }}',
    ]);
  });

  it('reports a template that is none, in a header', () => {
    expect(
      withHlr('{ url: "https://hlr.example.org/", headers: { X-To: "{{ number }" } }'),
    ).toEqual([
      'centre.yaml:4:57 hlr-settings: not a valid template: output "{{ number }" not closed',
    ]);
  });

  it('reports an answer that would mean both', () => {
    expect(withHlr('url: "https://hlr.example.org/{{ number }}"', '[dead, LIVE]')).toEqual([
      "centre.yaml:7:19 hlr-settings: 'LIVE' cannot mean both valid and invalid",
    ]);
  });

  it('accepts a request with the number, with the plus and without', () => {
    expect(
      withHlr(
        '{ url: "https://hlr.example.org/{{ digits }}", method: POST, body: "{{ number }}" }',
      ),
    ).toEqual([]);
  });
});
