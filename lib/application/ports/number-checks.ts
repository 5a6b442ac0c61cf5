import type { Instant } from '../../domain/model/instant.ts';
import type { HlrAnswer } from '../../domain/rules/hlr.ts';

/** What providers of HLR checks have said of numbers, as long as it is used again. */
export interface NumberChecks {
  /** Undefined when nobody asked, or so long ago that it counts no longer. */
  read(phone: string, now: Instant): Promise<HlrAnswer | undefined>;
  keep(phone: string, answer: HlrAnswer, until: Instant): Promise<void>;
}
