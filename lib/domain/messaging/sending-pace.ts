// How fast messages may leave: each waits in line for its sender and for the account. A line is a
// token bucket kept as one number (ITU-T I.371); unlike the throttle of calls it never refuses but
// gives out turns, so a burst of thousands is woken once for each message and not once a second for
// all of them.
import type { Centre } from '../../language/schema/centre.ts';
import { type Instant, instant } from '../model/instant.ts';
import type { Message, MessageContent } from '../model/message.ts';
import { textSize } from './text-size.ts';

export interface SendingLine {
  readonly id: string;
  readonly perSecond: number;
}

/** What a message takes of a line's rate. */
export interface LinePassing {
  readonly line: SendingLine;
  readonly units: number;
}

/** A place in a line; when it has come, the message goes on to the next line or leaves. */
export interface Turn {
  readonly line: string;
  readonly at: Instant;
}

type Rates = Pick<Centre, 'sms' | 'email'>;

/** All e-mails of the account leave through one line. */
export const emailLine = ({ email }: Pick<Centre, 'email'>): SendingLine => ({
  id: 'email',
  perSecond: email.recipientsPerSecond,
});

/**
 * Parts of a long text. While the account is slower than a sender of such texts, its line alone
 * keeps both rates: a text that takes its sender longer than a message takes the account holds up
 * those behind it as long.
 */
const LONG_TEXT = 10;

/** What the message stands in line for, with what it takes of each line's rate. */
function linesOf(content: MessageContent, { sms, email }: Rates): readonly LinePassing[] {
  if (content.kind === 'email') {
    const units = 1 + content.cc.length + content.bcc.length;
    return [{ line: emailLine({ email }), units }];
  }
  const sender: SendingLine = { id: `sms/${content.from}`, perSecond: sms.partsPerSecond };
  const account: SendingLine = { id: 'sms', perSecond: sms.messagesPerSecond };
  const { parts } = textSize(content.text);
  if (sms.messagesPerSecond * LONG_TEXT <= sms.partsPerSecond) {
    const asLong = (parts * account.perSecond) / sender.perSecond;
    return [{ line: account, units: Math.max(1, asLong) }];
  }
  const lines = [
    { line: sender, units: parts },
    { line: account, units: 1 },
  ];
  // behind the slower one there is seldom anything left to wait for
  return lines.toSorted((a, b) => spacing(b.line, b.units) - spacing(a.line, a.units));
}

/** The lines that the message has still to stand in. */
export function linesLeft(
  { content, turn }: Pick<Message, 'content' | 'turn'>,
  rates: Rates,
): readonly LinePassing[] {
  const lines = linesOf(content, rates);
  return lines.slice(lines.findIndex(({ line }) => line.id === turn?.line) + 1);
}

/** Milliseconds that a message of so many units takes of the line. */
export const spacing = ({ perSecond }: SendingLine, units: number): number =>
  (1000 * units) / perSecond;

/** @param freeAt when the line is free again; undefined before the first message */
export function giveTurn(
  freeAt: number | undefined,
  now: Instant,
  takes: number,
): { readonly at: Instant; readonly freeAt: number } {
  const at = Math.max(freeAt ?? now, now);
  return { at: instant(Math.ceil(at)), freeAt: at + takes };
}
