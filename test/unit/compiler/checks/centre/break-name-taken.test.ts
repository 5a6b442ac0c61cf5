import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const withBreaks = (breaks: string) =>
  found({ 'centre.yaml': ['country: PL\n', `country: PL\nbreaks: ${breaks}\n`] });

describe('break-name-taken', () => {
  it('reports a break with the name of another, however it is written', () => {
    expect(withBreaks('{ lunch: { name: Break }, coffee: { name: "break " } }')).toEqual([
      "centre.yaml:5:51 break-name-taken: 'break ' is already the name of break 'lunch'",
    ]);
  });

  it('reports a break with the name of a state that Connect has itself', () => {
    expect(withBreaks('{ rest: { name: available } }')).toEqual([
      "centre.yaml:5:25 break-name-taken: 'available' is already a state of Connect",
    ]);
  });

  it('accepts breaks with names of their own', () => {
    expect(
      withBreaks('{ lunch: { name: Lunch, longest: 30 min }, coffee: { name: Coffee } }'),
    ).toEqual([]);
  });
});
