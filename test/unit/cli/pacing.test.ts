import { describe, expect, it } from 'vitest';
import { reportLines } from '../../../lib/cli/pacing/report-lines.ts';
import { ringback } from '../../../lib/cli/ringback.ts';
import type { PacingReport } from '../../../lib/domain/dialing/pacing-report.ts';
import { instant } from '../../../lib/domain/model/instant.ts';

const NOON = Date.UTC(2026, 2, 2, 12);
const told = { campaign: 'spring', where: 'the last local run', now: NOON, zone: 'UTC' };
const spread = { one: 4.2, five: 9.5, nine: 21.4, observations: 310 };
const none = { ...spread, observations: 0 };
const report: PacingReport = {
  cap: 0.03,
  window: 'day',
  answered: 310,
  abandoned: 8,
  since: NOON - 14_400_000,
  estimates: {
    answers: { chance: 0.31, error: 0.012, observations: 1012 },
    untilAnswer: spread,
    untilOtherEnd: { ...spread, observations: 702 },
    talk: spread,
    wrapUp: { ...spread, observations: 1 },
    limitUse: { share: 0.64, observations: 500 },
    renewedAt: NOON - 30_000,
  },
  decisions: [
    {
      at: instant(NOON - 3000),
      wanted: 3,
      started: 3,
      limit: { gate: 'risk-of-next-call', passed: true, saw: 0.0712, limit: 0.041 },
      riskLimit: 0.041,
    },
    {
      at: instant(NOON - 2000),
      wanted: 2,
      started: 1,
      limit: { gate: 'risk-of-next-call', passed: true, saw: 0.2, limit: 0.041 },
      riskLimit: 0.041,
    },
    {
      at: instant(NOON - 1000),
      wanted: 1,
      started: 1,
      limit: { gate: 'losses-left', passed: false, saw: 0, limit: 1 },
      riskLimit: 0,
    },
    {
      at: instant(NOON),
      wanted: 2,
      started: 2,
      limit: { gate: 'worst-case', passed: false, saw: 7, limit: 7 },
      riskLimit: 0.03,
    },
  ],
};

describe('ringback pacing', () => {
  it('shows what was learned, the share against the cap and what held calls back', () => {
    expect(reportLines(told, report)).toEqual([
      'Pacing of spring at Mon 2026-03-02 12:00:00 (the last local run)',
      '',
      '  abandoned   2.58 %: 8 of 310 answered calls since Mon 2026-03-02 08:00:00, cap 3.0 % in the day',
      '',
      'What it has learned; times are the 10th, 50th and 90th percentiles:',
      '  answers     31.0 % ± 1.2 %           from 1,012 calls',
      '  ringing     4.2 · 9.5 · 21 s         from 310 answered calls',
      '  no answer   4.2 · 9.5 · 21 s         from 702 other calls',
      '  talk        4.2 · 9.5 · 21 s         from 310 talks',
      '  wrap-up     4.2 · 9.5 · 21 s         from 1 wrap-up',
      '  risk taken  64 % of the limit        from 500 started calls',
      '',
      'The last calls it started, and why it started no more:',
      '  Mon 2026-03-02 11:59:57  3 calls   the next call would find no agent with a probability of 7.1 %, limit 4.1 %',
      '  Mon 2026-03-02 11:59:58  1 call    no more records to call; it wanted 2',
      '  Mon 2026-03-02 11:59:59  1 call    losses-left: 0, wanted 1',
      '  Mon 2026-03-02 12:00:00  2 calls   no free agent for 7 in flight, and the day permits 7 lost calls now',
    ]);
  });

  it('says what is still an assumption', () => {
    const { estimates } = report;
    const fresh = reportLines(told, {
      ...report,
      answered: 0,
      abandoned: 0,
      estimates: { ...estimates, talk: none },
      decisions: [],
    });

    expect(fresh[2]).toBe(
      '  abandoned   none: no call has been answered yet, cap 3.0 % in the day',
    );
    expect(fresh[8]).toContain('an assumption: no talk yet');
    expect(fresh.at(-1)).toBe('No call has been started yet.');
  });

  it.each([
    [[], 'name a campaign'],
    [['spring', 'autumn'], "only one campaign at a time; remove 'autumn'"],
  ])('is called with one campaign, not with %j', async (args, because) => {
    const err: string[] = [];

    const code = await ringback(['pacing', ...args], {
      out: () => undefined,
      err: (line) => err.push(line),
    });

    expect(code).toBe(2);
    expect(err.join('\n')).toContain(because);
  });
});
