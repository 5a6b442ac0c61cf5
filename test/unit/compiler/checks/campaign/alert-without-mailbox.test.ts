import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const SPRING = 'campaigns/spring.yaml';
const EWA = 'country: PL\nsupervisors: { ewa: { email: ewa@example.org } }\n';
const ALERT = 'name: Spring\nsupervisors: [ewa]\nalerts: { poolBelow: 5 }\n';

describe('alert-without-mailbox', () => {
  it('reports alerts that no mailbox sends', () => {
    expect(
      found({ [SPRING]: ['name: Spring\n', ALERT], 'centre.yaml': ['country: PL\n', EWA] }),
    ).toEqual([
      "campaigns/spring.yaml:2:1 alert-without-mailbox: campaign 'spring' e-mails alerts to its supervisors, but the centre has no mailbox for alerts",
    ]);
  });

  it('accepts a mailbox for alerts, and refuses one that does not exist', () => {
    const sent = (mailbox: string) =>
      found({
        [SPRING]: ['name: Spring\n', ALERT],
        'centre.yaml': ['country: PL\n', `${EWA}alerts: { mailbox: ${mailbox} }\n`],
      });

    expect(sent('hello')).toEqual([]);
    expect(sent('helo')).toEqual([
      "centre.yaml:6:20 unknown-mailbox: alerts are sent from mailbox 'helo', which does not exist",
    ]);
  });
});
