import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('classifier-contradiction', () => {
  it('reports a classifier that closes the record and schedules a call', () => {
    expect(found({ [SPRING]: ['    name: Later', '    name: Later\n    closes: true'] })).toEqual([
      "campaigns/spring.yaml:22:5 classifier-contradiction: classifier 'later' both closes the record and schedules a call",
    ]);
  });

  it('reports a classifier that blacklists the number and schedules a call', () => {
    expect(
      found({ [SPRING]: ['    name: Later', '    name: Later\n    blacklists: everywhere'] }),
    ).toEqual([
      "campaigns/spring.yaml:22:5 classifier-contradiction: classifier 'later' both blacklists the number and schedules a call",
    ]);
  });

  it.each([
    [
      'moves and copies the record',
      'movesTo: a\n    copiesTo: b',
      '22:5',
      'moves the record',
      'copies it',
    ],
    [
      'moves the record and schedules a call',
      'movesTo: a',
      '22:5',
      'moves the record',
      'schedules a call',
    ],
  ])('reports a classifier that %s', (_, keys, place, one, other) => {
    const codes = found({ [SPRING]: ['    name: Later', `    name: Later\n    ${keys}`] });

    expect(codes).toContain(
      `campaigns/spring.yaml:${place} classifier-contradiction: classifier 'later' both ${one} and ${other}`,
    );
  });

  it('reports a classifier that sends a text to the number it blacklists', () => {
    const keys = 'blacklists: everywhere\n    sendsSms: { from: TEST, text: Bye }';
    expect(found({ [SPRING]: ['    closes: true', `    ${keys}`] })).toEqual([
      "campaigns/spring.yaml:19:5 classifier-contradiction: classifier 'sold' both blacklists the number and sends it a text message",
    ]);
  });

  it('accepts a classifier that says it does not close', () => {
    expect(found({ [SPRING]: ['    name: Later', '    name: Later\n    closes: false'] })).toEqual(
      [],
    );
  });
});
