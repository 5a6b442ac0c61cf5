import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';

describe('hours-never-meet', () => {
  it('reports a queue and recalls outside the hours in which people of the country may be called', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\n',
          'name: Spring\ncontactHours: { countries: { PL: { week: { mon-fri: 07:00-08:00 } } } }\n',
        ],
      }),
    ).toEqual([
      'campaigns/spring.yaml:5:12 hours-never-meet: the queue is never staffed when people in PL may be called',
      'campaigns/spring.yaml:8:18 hours-never-meet: recalls are never allowed when people in PL may be called',
    ]);
  });

  it('reports every country whose hours are given (NEW-7)', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\n',
          'name: Spring\ncontactHours: { countries: { CZ: { week: { mon-fri: 04:00-08:00 } } } }\n',
        ],
      }),
    ).toEqual([
      'campaigns/spring.yaml:5:12 hours-never-meet: the queue is never staffed when people in CZ may be called',
      'campaigns/spring.yaml:8:18 hours-never-meet: recalls are never allowed when people in CZ may be called',
    ]);
  });

  it('reports recalls that are never allowed while the queue is staffed', () => {
    expect(
      found({
        'hours.yaml':
          'office: { week: { mon-fri: 09:00-12:00 } }\nevening: { week: { mon-fri: 15:00-18:00 } }',
        [SPRING]: ['recallHours: office', 'recallHours: evening'],
      }),
    ).toEqual([
      'campaigns/spring.yaml:7:18 hours-never-meet: recalls are never allowed when the queue is staffed and people in PL may be called',
    ]);
  });

  it('accepts hours that overlap in one time zone of the country', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\n',
          'name: Spring\ncontactHours: { countries: { US: { week: { mon-fri: 04:00-08:00 } } } }\n',
        ],
      }),
    ).toEqual([]);
  });

  it('accepts hours that overlap', () => {
    expect(
      found({
        [SPRING]: [
          'name: Spring\n',
          'name: Spring\ncontactHours: { countries: { PL: { week: { mon-fri: 07:00-10:00 } } } }\n',
        ],
      }),
    ).toEqual([]);
  });
});
