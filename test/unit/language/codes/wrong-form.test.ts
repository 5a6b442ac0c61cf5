import { describe, expect, it } from 'vitest';
import { found } from '../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';

describe('wrong-form', () => {
  it('reports a duration in words', () => {
    expect(found({ [AGAIN]: ['after: 2 h', 'after: two hours'] })).toEqual([
      `rules/again.yaml:17:12 wrong-form: expected "at once" or a duration such as "2 h", found 'two hours'`,
    ]);
  });

  it('reports a key that is not an id', () => {
    expect(
      found({ 'groups.yaml': 'Sales Team: { agents: [anna] }\nsales: { agents: [jan] }' }),
    ).toEqual([
      "groups.yaml:1:1 wrong-form: expected an id: lower-case letters, digits and dashes, beginning with a letter, found 'Sales Team'",
    ]);
  });

  it('reports a cap above what regulators allow', () => {
    expect(
      found({
        [SPRING]: [
          '    queue: sales',
          '    queue: sales\n    mode: predictive\n    pacing: { cap: 4% }',
        ],
      }),
    ).toEqual([
      "campaigns/spring.yaml:6:20 wrong-form: expected at most 3%, the most that regulators allow, found '4%'",
    ]);
  });

  it('reports an offset where a time zone with daylight saving time is expected', () => {
    expect(found({ 'centre.yaml': ['timeZone: Europe/Warsaw', 'timeZone: "+01:00"'] })).toEqual([
      "centre.yaml:2:11 wrong-form: expected a time zone such as Europe/Warsaw, found '+01:00'",
    ]);
  });

  it('reports a time zone that is not spelt as AWS spells it', () => {
    expect(
      found({ 'centre.yaml': ['timeZone: Europe/Warsaw', 'timeZone: europe/warsaw'] }),
    ).toEqual([
      "centre.yaml:2:11 wrong-form: expected a time zone such as Europe/Warsaw, found 'europe/warsaw'",
    ]);
  });

  it('reports a sender name of digits', () => {
    expect(found({ 'centre.yaml': ['names: [TEST]', 'names: [TEST, "12345"]'] })).toEqual([
      "centre.yaml:9:17 wrong-form: expected a sender name of 3 to 11 letters and digits, at least one of them a letter, found '12345'",
    ]);
  });

  it('reports hours that overlap', () => {
    expect(found({ 'hours.yaml': ['09:00-17:00', '["09:00-13:00", "12:00-17:00"]'] })).toEqual([
      'hours.yaml:2:20 wrong-form: expected hours that do not overlap',
    ]);
  });

  it('reports a range of weekdays that runs backwards', () => {
    expect(found({ 'hours.yaml': ['mon-fri: 09:00-17:00', 'fri-mon: 09:00-17:00'] })).toEqual([
      `hours.yaml:2:11 wrong-form: expected a range in the order of the week, from mon to sun, such as "fri-sun" and "mon", found 'fri-mon'`,
    ]);
  });

  it('reports a day that is in two ranges', () => {
    expect(
      found({
        'hours.yaml': ['mon-fri: 09:00-17:00', 'mon-wed: 09:00-17:00, wed-fri: 10:00-12:00'],
      }),
    ).toEqual([
      "hours.yaml:2:42 wrong-form: expected a range without 'wed', which is in another range already",
    ]);
  });

  it('accepts hours that meet, and a day that has its own beside a range', () => {
    expect(
      found({
        'hours.yaml': [
          'mon-fri: 09:00-17:00',
          'mon-fri: ["13:00-17:00", "09:00-13:00"], fri: 09:00-12:00',
        ],
      }),
    ).toEqual([]);
  });

  it('accepts UTC, which is a time zone of its own', () => {
    expect(found({ 'centre.yaml': ['timeZone: Europe/Warsaw', 'timeZone: UTC'] })).toEqual([]);
  });

  it('accepts the form that is expected', () => {
    expect(found({ [AGAIN]: ['after: 2 h', 'after: 90 min'] })).toEqual([]);
  });
});
