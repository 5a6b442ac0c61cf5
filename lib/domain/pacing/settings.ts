// What an operator may set about pacing. Every default names where it comes from; the legal ones
// are a reading of public rules, not advice, and the cap can only be lowered from what a regulator
// allows.

import { z } from 'zod';

export const PACING_MODES = ['preview', 'progressive', 'predictive', 'ratio'] as const;

/**
 * `preview` (DIA-1) offers a contact to a free agent; `progressive` dials one number per free
 * agent; `predictive` (NEW-6) looks ahead under the cap; `ratio` (DIA-2) dials a fixed number per
 * agent online, or per free agent.
 */
export type PacingMode = (typeof PACING_MODES)[number];

/**
 * What the cap is judged over. `day`: every day by itself, on the calendar and in any 24 hours; no
 * call beyond one per free agent is started that could bring the share over it. `thirty-days`:
 * thirty days together, so that a day may end a loss above as others end below.
 */
export const CAP_WINDOWS = ['day', 'thirty-days'] as const;
export type CapWindow = (typeof CAP_WINDOWS)[number];

export const pacingSettingsSchema = z
  .strictObject({
    cap: z
      .number()
      .min(0)
      .max(0.03)
      .default(0.03)
      .describe(
        'Largest share of live answers that may be abandoned, per campaign and window. ' +
          '3 %: FTC Telemarketing Sales Rule 16 CFR 310.4(b)(4), FCC 47 CFR 64.1200(a)(7), ' +
          'Ofcom statements 2010-2017 (per campaign, every 24 h).',
      ),
    window: z
      .enum(CAP_WINDOWS)
      .default('day')
      .describe(
        'What the cap is judged over. day: Ofcom statements 2010-2017, every 24 h. thirty-days: 16 CFR ' +
          '310.4(b)(4)(i), the campaign or each successive 30-day period of it.',
      ),
    connectThresholdMs: z
      .number()
      .int()
      .min(0)
      .max(2000)
      .default(2000)
      .describe(
        'Milliseconds a person who answered may wait for an agent before the call counts as ' +
          'abandoned. 2 s after the greeting: 47 CFR 64.1200(a)(7), Ofcom.',
      ),
    minRingingMs: z
      .number()
      .int()
      .min(15_000)
      .default(15_000)
      .describe(
        'Milliseconds an unanswered call must ring before it may be given up: a ringing call cannot ' +
          'be taken back when agents run out. 15 s or four rings: 16 CFR 310.4(b)(4)(ii), Ofcom.',
      ),
    ringTimeoutMs: z
      .number()
      .int()
      .default(25_000)
      .describe(
        'Milliseconds of ringing after which the dialer gives a call up; at least minRingingMs.',
      ),
    pickupRate: z
      .number()
      .min(0.01)
      .max(1)
      .default(0.5)
      .describe(
        'Mode ratio only: share of contacts reached. 0.5 dials two numbers for every agent.',
      ),
    per: z
      .enum(['online', 'free'])
      .default('online')
      .describe('Mode ratio only: the agents it dials for.'),
    maxCallsInFlight: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe(
        'Lines the campaign may have dialing, ringing or waiting at once; absent: no limit.',
      ),
  })
  .refine((settings) => settings.ringTimeoutMs >= settings.minRingingMs, {
    path: ['ringTimeoutMs'],
    message: 'a call must ring at least minRingingMs; raise ringTimeoutMs',
  });

export type PacingSettings = Readonly<z.infer<typeof pacingSettingsSchema>>;

export const DEFAULT_PACING: PacingSettings = pacingSettingsSchema.parse({});
