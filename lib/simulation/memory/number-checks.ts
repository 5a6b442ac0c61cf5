// Answers of HLR checks in memory.
import type { NumberChecks } from '../../application/ports/number-checks.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { HlrAnswer } from '../../domain/rules/hlr.ts';

export function memoryNumberChecks(): NumberChecks {
  const all = new Map<string, { readonly answer: HlrAnswer; readonly until: Instant }>();
  return {
    async read(phone, now) {
      const known = all.get(phone);
      return known !== undefined && known.until > now ? known.answer : undefined;
    },
    async keep(phone, answer, until) {
      all.set(phone, { answer, until });
    },
  };
}
