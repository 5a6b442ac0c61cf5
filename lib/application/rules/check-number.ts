// Asks the provider of HLR checks about a number, once as long as its answer counts (CBR-10).
// Whatever goes wrong is 'unknown', which the rule has a path for: a check that fails holds up
// nobody's next call.
import { plus } from '../../domain/model/instant.ts';
import { type HlrAnswer, hlrAnswer, hlrValues } from '../../domain/rules/hlr.ts';
import { askService } from '../inbound/asking-services.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'clock' | 'definitions' | 'secrets' | 'services' | 'numberChecks'>;

export async function checkNumber(phone: string, ports: Needs): Promise<HlrAnswer> {
  const { hlr } = ports.definitions.definitions().centre;
  if (hlr === undefined || phone === '') return 'unknown';
  const now = ports.clock.now();
  const known = await ports.numberChecks.read(phone, now);
  if (known !== undefined) return known;
  const answered = await askService(hlr.request, hlrValues(phone), ports);
  if (answered.kind === 'failed') return 'unknown';
  const answer = hlrAnswer(answered.body, hlr);
  if (answer !== 'unknown') await ports.numberChecks.keep(phone, answer, plus(now, hlr.keepFor));
  return answer;
}
