// External services in `ringback call`: their answers come from a file, or the person at the
// terminal types them.
import type { ServiceAnswer } from '../../application/ports/services.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { GivenFacts } from '../../simulation/ivr/test-setup.ts';
import type { TypedLines } from '../typed-lines.ts';

export interface ServiceAnswers {
  readonly answer: () => ServiceAnswer | undefined;
  readonly asks: (block: string | undefined, task: string) => Promise<void>;
}

export function serviceAnswers(
  definitions: Definitions,
  campaign: string,
  answers: GivenFacts['answers'],
  lines: TypedLines,
  print: (line: string) => void,
): ServiceAnswers {
  const inbound = definitions.campaigns[campaign]?.channels.inbound;
  const turns = new Map<string, number>();
  let next: unknown;
  const written = (name: string): unknown => {
    const given = Object.hasOwn(answers, name) ? answers[name] : undefined;
    if (!Array.isArray(given)) return given;
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return given[Math.min(turn, given.length - 1)];
  };
  return {
    async asks(block, task) {
      const external = task === 'authorise-caller' && inbound?.authorisation !== 'internal';
      if (task !== 'call-api' && !external) return;
      const name = external ? 'authorisation' : (block ?? '');
      next = written(name) ?? (await typed(name, lines, print));
    },
    answer() {
      if (next === 'failed' || next === undefined) {
        return { kind: 'failed', because: 'the service does not respond' };
      }
      return { kind: 'answered', status: 200, body: next };
    },
  };
}

async function typed(
  name: string,
  lines: TypedLines,
  print: (line: string) => void,
): Promise<unknown> {
  const help = `what does the service of '${name}' return? JSON such as {"state": "ready"}, or "failed"`;
  print(`   ${help}`);
  for (;;) {
    const line = await lines.next();
    if (line === undefined || line === '' || line === 'failed') return 'failed';
    try {
      return JSON.parse(line);
    } catch {
      print(`   this is not JSON; ${help}`);
    }
  }
}
