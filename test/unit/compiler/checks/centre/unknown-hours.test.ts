import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const AGAIN = 'rules/again.yaml';
const HELP = 'ivrs/help.yaml';

describe('unknown-hours', () => {
  it('reports hours that a campaign, a queue and a rule name and hours.yaml does not have', () => {
    expect(
      found({
        [SPRING]: ['recallHours: office', 'recallHours: ofice'],
        'queues.yaml': ['hours: office', 'hours: offices'],
        [AGAIN]: ['hours: office', 'hours: holidays'],
      }),
    ).toEqual([
      "campaigns/spring.yaml:7:18 unknown-hours: there are no hours 'ofice'",
      "queues.yaml:3:10 unknown-hours: there are no hours 'offices'",
      "rules/again.yaml:34:12 unknown-hours: there are no hours 'holidays'",
    ]);
  });

  it('reports those that an IVR names', () => {
    expect(found({ [HELP]: ['hours: office', 'hours: ofice'] }, IVR_FILES)).toEqual([
      "ivrs/help.yaml:34:12 unknown-hours: there are no hours 'ofice'",
    ]);
  });

  it('accepts hours that hours.yaml has', () => {
    expect(
      found({
        [AGAIN]: ['hours: office', 'hours: holidays'],
        'hours.yaml': 'office: &o\n  week: { mon: 09:00-10:00 }\nholidays: *o',
      }),
    ).toEqual([]);
  });
});
