import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

/** A rule of these tiles; what else is found about it does not matter here. */
const about = (tiles: string) =>
  found({
    [AGAIN]: `name: New\nstart: first\ntiles:\n${tiles}`,
    'rules/again.test.yaml': undefined,
  }).filter((line) => line.includes('unknown-parameter'));

const reads = (of: string, name = 'hint') =>
  `  first: { kind: parameter, of: ${of}, name: ${name}, paths: { "yes": done }, otherwise: add }\n`;
const adds = (to: string, next = 'later') =>
  `  add: { kind: add-parameter, to: ${to}, name: hint, value: "yes", next: ${next} }\n`;
const LATER = '  later: { kind: recontact, after: 1 h }\n  done: { kind: end }\n';

describe('unknown-parameter', () => {
  it.each(['number', 'call'])(
    'accepts a condition on what an earlier run added to the %s',
    (of) => {
      expect(about(reads(of) + adds(of) + LATER)).toEqual([]);
    },
  );

  it('reports a condition on a parameter that no tile adds', () => {
    expect(about(reads('number', 'hnit') + adds('number') + LATER)).toEqual([
      "rules/again.yaml:4:47 unknown-parameter: tile 'first' reads parameter 'hnit' of the number, which no tile adds",
    ]);
  });

  it('reports a condition on the call where it is added to the number', () => {
    expect(about(reads('call') + adds('number') + LATER)).toEqual([
      "rules/again.yaml:4:45 unknown-parameter: tile 'first' reads parameter 'hint' of the call, but it is added to the number",
    ]);
  });

  it('reports a condition that the same run reaches, and no later one', () => {
    const tiles = `  first: { kind: add-parameter, to: number, name: hint, value: "yes", next: check }
  check: { kind: parameter, of: number, name: hint, paths: { "yes": gone }, otherwise: gone }
  gone: { kind: delete-contact }
`;
    expect(about(tiles)).toEqual([
      "rules/again.yaml:5:47 unknown-parameter: tile 'check' reads parameter 'hint' of the number, but no tile that adds it can come before",
    ]);
  });

  it('accepts a condition after an end: a person may put the record back into the list', () => {
    expect(about(reads('number') + adds('number', 'done') + LATER)).toEqual([]);
  });

  it('reports a parameter of the call that is gone by the time it is read', () => {
    const tiles = `  first: { kind: add-parameter, to: call, name: hint, value: "yes", next: later }
  later: { kind: recontact, after: 1 h, next: then }
  then: { kind: recontact, after: 1 h, next: check }
  check: { kind: parameter, of: call, name: hint, paths: { "yes": done }, otherwise: done }
  done: { kind: delete-contact }
`;
    expect(about(tiles)).toEqual([
      "rules/again.yaml:7:45 unknown-parameter: tile 'check' reads parameter 'hint' of the call, but no tile that adds it can come before",
    ]);
  });

  describe('in a text', () => {
    const text = (next: string) =>
      `  text: { kind: send-sms, from: TEST, text: "{{ parameters.hint }}", next: ${next} }\n`;
    const first = (to: string, next: string) =>
      `  first: { kind: add-parameter, to: ${to}, name: hint, value: "yes", next: ${next} }\n`;

    it.each(['number', 'call'])('accepts what the same run has added to the %s', (to) => {
      expect(about(`${first(to, 'text')}${text('done')}  done: { kind: end }\n`)).toEqual([]);
    });

    it('accepts what an earlier run has added to the number, not to the call', () => {
      const tiles = (to: string) =>
        `${first(to, 'later')}  later: { kind: recontact, after: 1 h, next: text }\n${text('done')}  done: { kind: delete-contact }\n`;

      expect(about(tiles('number'))).toEqual([]);
      expect(about(tiles('call'))).toEqual([
        "rules/again.yaml:6:39 unknown-parameter: tile 'text' uses {{ parameters.hint }}, but no tile that adds it can come before",
      ]);
    });

    it('reports a name that no tile adds', () => {
      const tiles = `${first('number', 'text')}${text('done').replace('hint', 'hnit')}  done: { kind: end }\n`;
      expect(about(tiles)).toEqual([
        "rules/again.yaml:5:39 unknown-parameter: tile 'text' uses {{ parameters.hnit }}, which no tile adds",
      ]);
    });
  });
});
