// The provider of HLR checks (CBR-10): whom to ask whether a mobile number is in service, and what
// its answer means.
import { z } from 'zod';
import { ApiRequest } from './api-request.ts';
import { Duration } from './basics.ts';

const Answers = z.array(z.string().min(1).max(100)).min(1).max(50);

/** Values a request may use. */
export const HLR_VALUES = ['number', 'digits'] as const;

const DAY = 86_400;

export const Hlr = z.strictObject({
  request: ApiRequest.describe(
    'The request: its templates have {{ number }}, such as +48600100200, and {{ digits }}, the same without the plus.',
  ),
  answer: z
    .string()
    .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, 'a path such as "status.name"')
    .describe('Where the JSON response says what became of the check, such as status.name.'),
  valid: Answers.describe('Values there that mean: in service.'),
  invalid: Answers.describe('Values that mean: not in service. Any other means unknown.'),
  keepFor: Duration.refine((time) => time <= 365 * DAY, 'at most 365 d')
    .default(30 * DAY)
    .describe(
      'How long an answer is used again for the same number; 30 d by default. What is unknown is asked again.',
    ),
});
export type Hlr = z.output<typeof Hlr>;
