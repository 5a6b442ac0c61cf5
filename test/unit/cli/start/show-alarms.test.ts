import { expect, it } from 'vitest';
import { showAlarms } from '../../../../lib/cli/start/show.ts';

const change = {
  at: Date.parse('2026-03-02T08:05:00Z'),
  alarm: 'ringback-dialer-Dead',
  description: "Something of 'sms' failed for good. docs/runbook.md#sms-dead-letters",
  told: [],
};

it('a run lists the alarms that went off, in local time, and nothing when none did', () => {
  const changes = [
    { ...change, from: 'INSUFFICIENT_DATA', to: 'OK' },
    { ...change, from: 'OK', to: 'ALARM' },
  ] as const;

  expect(showAlarms(changes, 'Europe/Warsaw')).toEqual([
    '  alarms that would have been sent:',
    expect.stringMatching(/^ {4}.*09:05 {2}Something of 'sms' failed for good\. docs\/runbook/),
  ]);
  expect(showAlarms(changes.slice(0, 1), 'Europe/Warsaw')).toEqual([]);
});
