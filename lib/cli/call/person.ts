// The caller at a terminal. After input that makes no sense at this point, the possible input is
// printed again.
import { seconds } from '../../language/schema/basics.ts';
import type {
  DigitsAct,
  IvrCaller,
  KeyAct,
  MessageAct,
  OutsideAct,
  WaitAct,
} from '../../simulation/ivr/caller.ts';
import type { TypedLines } from '../typed-lines.ts';

const HANGS_UP = { kind: 'hangs-up', after: 0 } as const;
const LENGTH = String.raw`(\d+ ?(?:s|min|h))`;
const WAIT = new RegExp(`^(?:wait )?${LENGTH}$`);
const AGENT = /^agent(?: (\S+))?$/;

const isHangUp = (line: string | undefined): line is undefined =>
  line === undefined || /^(hang ?up|bye)$/i.test(line);

/** @param print writes a line to the person */
export function person(lines: TypedLines, print: (line: string) => void): IvrCaller {
  /** A wait longer than one round of announcements continues by itself. */
  let left = 0;
  const asked = async <T>(
    help: string,
    read: (line: string) => T | undefined,
  ): Promise<T | undefined> => {
    print(`   ${help}`);
    for (;;) {
      const line = await lines.next();
      if (isHangUp(line)) return undefined;
      const act = read(line);
      if (act !== undefined) return act;
      print(`   not possible now: ${help}`);
    }
  };
  return {
    async key({ keys }): Promise<KeyAct> {
      left = 0;
      const offered = keys.length > 0 ? keys.join(' ') : 'any';
      const act = await asked<KeyAct>(
        `a key (${offered}), Enter for silence, or "hang up"`,
        (line) => {
          if (line === '') return { kind: 'silence' };
          return /^[0-9*#]$/.test(line) ? { kind: 'pressed', key: line } : undefined;
        },
      );
      return act ?? HANGS_UP;
    },
    async digits({ longest }): Promise<DigitsAct> {
      left = 0;
      const act = await asked<DigitsAct>(
        `digits (at most ${longest}, # ends), Enter for silence, or "hang up"`,
        (line) => {
          if (line === '') return { kind: 'silence' };
          return /^[0-9*#]+$/.test(line) ? { kind: 'typed', keys: line } : undefined;
        },
      );
      return act ?? HANGS_UP;
    },
    async message(longest): Promise<MessageAct> {
      left = 0;
      const act = await asked<MessageAct>(
        `a message after the tone: its length ("10 s", at most ${longest} s), Enter for silence, or "hang up"`,
        (line) => {
          if (line === '') return { seconds: 0, ends: 'silence' };
          const length = seconds(line);
          return Number.isNaN(length) ? undefined : { seconds: length, ends: 'key' };
        },
      );
      return act ?? { seconds: 0, ends: 'hangs-up' };
    },
    async waits({ interval }): Promise<WaitAct> {
      const round = interval ?? Number.POSITIVE_INFINITY;
      if (left >= round) {
        left -= round;
        return { kind: 'waited' };
      }
      let after = left;
      left = 0;
      for (;;) {
        const act = await asked<WaitAct | { readonly wait: number }>(
          'waiting: "wait 90 s", Enter for the next announcement, "agent" or "agent <name>" takes the call, or "hang up"',
          (line) => {
            if (line === '' && interval !== undefined) return { kind: 'waited' };
            const [, length] = WAIT.exec(line) ?? [];
            if (length !== undefined) return { wait: seconds(length) };
            const found = AGENT.exec(line);
            return found ? { kind: 'answered', after, by: found[1], talk: 60 } : undefined;
          },
        );
        if (act === undefined) return { kind: 'hangs-up', after };
        if (!('wait' in act)) return act;
        after += act.wait;
        if (after >= round) {
          left = after - round;
          return { kind: 'waited' };
        }
      }
    },
    async outside(number): Promise<OutsideAct> {
      const act = await asked<OutsideAct>(
        `${number} is ringing: "answer", "no answer", or "hang up"`,
        (line) => {
          if (line === 'answer') return { kind: 'talked', seconds: 60 };
          return line === 'no answer' ? { kind: 'no-answer' } : undefined;
        },
      );
      return act ?? HANGS_UP;
    },
  };
}
