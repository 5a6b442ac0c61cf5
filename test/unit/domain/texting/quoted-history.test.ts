import { describe, expect, it } from 'vitest';
import { withoutHistory } from '../../../../lib/domain/texting/quoted-history.ts';

describe('what an e-mail quotes', () => {
  it.each([
    ['On Mon, 2 Mar 2026 at 10:15, Clinic <a@b.example> wrote:'],
    ['W dniu 2.03.2026 o 10:15, Gabinet <a@b.example> pisze:'],
    ['pon., 2 mar 2026 o 10:15 Gabinet <a@b.example> napisał(a):'],
    ['Dne 2. 3. 2026 v 10:15 Ordinace napsal(a):'],
    ['po 2. 3. 2026 v 10:15 odesílatel Ordinace <a@b.example> napsal:'],
    ['Am 02.03.2026 um 10:15 schrieb Praxis <a@b.example>:'],
  ])('is cut off after "%s"', (heading) => {
    const { text, quoted } = withoutHistory(`Yes.\n\n${heading}\n> Is Monday\n> all right?\n`);

    expect([text, quoted]).toEqual(['Yes.', `${heading}\n> Is Monday\n> all right?`]);
  });

  it.each([
    '-----Original Message-----\nFrom: a@b.example\n\nIs Monday all right?',
    '-----Wiadomość oryginalna-----\nCzy poniedziałek?',
    'From: Clinic <a@b.example>\nSent: Monday, 2 March 2026 10:15\nTo: Ann\nSubject: Monday\n\nIs it?',
    'Od: Gabinet\nWysłano: 2 marca 2026 10:15\nDo: Anna\nTemat: Poniedziałek\n\nCzy?',
    '> Is Monday all right?',
  ])('is cut off as Outlook and others mark it: %s', (history) => {
    expect(withoutHistory(`Yes.\n\n${history}`)).toEqual({ text: 'Yes.', quoted: history });
  });

  it.each([
    ['answers stand between it', 'Yes.\n> Monday?\nYes.\n> Tuesday?\nNo.'],
    ['nothing else is there', '> Is Monday all right?'],
    ['the answer stands below', 'On Mon, 2 Mar 2026, Clinic wrote:\n> Monday?\n\nYes.'],
    ['it only looks like one', 'From: Warsaw\nI would come on the 2nd, as I wrote:\nat nine.'],
  ])('stays where %s', (_, text) => {
    expect(withoutHistory(text)).toEqual({ text });
  });
});
