import { describe, expect, it } from 'vitest';
import { breakStatus, breaksOf } from '../../../../lib/domain/campaigns/breaks.ts';

const connect = { callsPerSecond: 2, burst: 5 };

describe('a break', () => {
  it('is the agent status of its name', () => {
    expect(breakStatus({ connect }, 'ringback', { name: 'Lunch' })).toBe('Lunch');
  });

  it('has the deployment’s name before it in an instance that others use as well', () => {
    const shared = { connect: { ...connect, instanceArn: 'arn:aws:connect:x' } };

    expect(breakStatus(shared, 'north', { name: 'Lunch' })).toBe('north Lunch');
  });
});

describe('the breaks of a centre', () => {
  it('come in the order they are written', () => {
    const breaks = { tea: { name: 'Tea' }, lunch: { name: 'Lunch', longest: 1800 } };

    expect(breaksOf({ breaks })).toEqual([
      { id: 'tea', name: 'Tea', longest: undefined },
      { id: 'lunch', name: 'Lunch', longest: 1800 },
    ]);
  });
});
