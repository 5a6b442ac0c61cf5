import { describe, expect, it } from 'vitest';
import { Spans, Week } from '../../../../lib/language/schema/hours.ts';

const at = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

describe('a week', () => {
  it.each([
    ['before', { fri: '09:00-15:00', 'mon-fri': '09:00-17:00' }],
    ['after', { 'mon-fri': '09:00-17:00', fri: '09:00-15:00' }],
  ])('lets a single day override a range that is written %s it', (_, week) => {
    const { thu, fri } = Week.parse(week);

    expect({ thu, fri }).toEqual({ thu: [at(9, 17)], fri: [at(9, 15)] });
  });

  it('lets a day be closed within a range', () => {
    expect(Week.parse({ 'mon-sun': '00:00-24:00', wed: 'closed' }).wed).toEqual([]);
  });

  it('is closed on days it does not name', () => {
    const week = Week.parse({ 'sat-sun': '10:00-12:00' });

    expect(Object.entries(week).filter(([, spans]) => spans.length > 0)).toEqual([
      ['sat', [at(10, 12)]],
      ['sun', [at(10, 12)]],
    ]);
  });

  it('takes a range of one day as that day', () => {
    expect(Week.parse({ 'mon-mon': '10:00-12:00' }).mon).toEqual([at(10, 12)]);
  });

  it.each(['fri-mon', 'sun-sat', 'tue-mon'])(
    'refuses a range against the order of the week: %s',
    (days) => {
      expect(Week.safeParse({ [days]: '09:00-17:00' }).success).toBe(false);
    },
  );

  it('refuses ranges that share a day, and says which', () => {
    const { error } = Week.safeParse({ 'mon-wed': '09:00-17:00', 'wed-fri': 'closed' });

    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['wed-fri'], "a range without 'wed', which is in another range already"],
    ]);
  });
});

describe('the hours of a day', () => {
  it('are put in order', () => {
    expect(Spans.parse(['13:00-17:00', '09:00-12:00'])).toEqual([at(9, 12), at(13, 17)]);
  });

  it('may meet', () => {
    expect(Spans.safeParse(['09:00-12:00', '12:00-17:00']).success).toBe(true);
  });

  it.each([
    ['overlap', ['09:00-13:00', '12:00-17:00']],
    ['are within each other', ['09:00-17:00', '12:00-13:00']],
    ['are the same twice', ['09:00-12:00', '09:00-12:00']],
  ])('do not %s', (_, spans) => {
    const { error } = Spans.safeParse(spans);

    expect(error?.issues.map(({ message }) => message)).toEqual(['hours that do not overlap']);
  });

  it('end after they start', () => {
    expect(Spans.safeParse('17:00-09:00').success).toBe(false);
    expect(Spans.safeParse('09:00-09:00').success).toBe(false);
  });
});
