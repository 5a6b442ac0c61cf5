// What every sender of text messages and of e-mails promises (lib/application/ports/ports.ts,
// SmsSender and EmailSender).
import { describe, expect, it } from 'vitest';
import type { EmailSender, SmsSender } from '../../lib/application/ports/message-sender.ts';
import type { Message } from '../../lib/domain/model/message.ts';
import { aRecord, aText } from '../support/records.ts';

interface Sent {
  readonly to: string;
  readonly text: string;
}

export interface WatchedSender {
  readonly sender: SmsSender | EmailSender;
  /** What went out to people, in order. */
  readonly sent: () => readonly Sent[];
  /** Makes the provider refuse the message for good, or gives one that it refuses. */
  readonly unwanted: (message: Message) => Message;
}

type Kind = Message['content']['kind'];

const aMessage = (kind: Kind, id: string): Message =>
  kind === 'sms'
    ? aText(aRecord(), id)
    : aText(aRecord(), id, {
        content: {
          kind: 'email',
          to: 'ann@poczta.example',
          mailbox: 'front-desk',
          cc: ['boss@clinic.example'],
          bcc: [],
          subject: 'Termín',
          text: 'Dobrý den',
          attachments: [],
        },
      });

export function messageSenderContract(
  name: string,
  kind: Kind,
  make: () => Promise<WatchedSender>,
): void {
  const asSent = ({ content: { to, text } }: Message): Sent => ({ to, text });

  describe(`sender of ${kind}: ${name}`, () => {
    it('sends a message and says under which id the provider has it', async () => {
      const { sender, sent } = await make();
      const message = aMessage(kind, 'a1.m');

      const answer = await sender.send(message);

      expect(answer).toEqual({ kind: 'accepted', providerId: expect.stringMatching(/./) });
      expect(sent()).toEqual([asSent(message)]);
    });

    it('has an id of its own for every message', async () => {
      const { sender } = await make();

      const answers = [
        await sender.send(aMessage(kind, 'a1.m')),
        await sender.send(aMessage(kind, 'a2.m')),
      ];

      const ids = answers.map((answer) => (answer.kind === 'accepted' ? answer.providerId : ''));
      expect(new Set(ids).size).toBe(2);
    });

    it('says why a message was rejected for good, and sends nothing', async () => {
      const { sender, sent, unwanted } = await make();

      const answer = await sender.send(unwanted(aMessage(kind, 'a1.m')));

      expect(answer).toEqual({ kind: 'rejected', reason: expect.stringMatching(/./) });
      expect(sent()).toEqual([]);
    });
  });
}
