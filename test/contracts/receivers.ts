// What every way to receivers of webhooks promises (lib/application/ports/receivers.ts). `make`
// gives one behind which a receiver answers so.
import { describe, expect, it } from 'vitest';
import type {
  ReceiverAnswer,
  ReceiverRequest,
  Receivers,
} from '../../lib/application/ports/receivers.ts';

export type PlayedReceiver = (
  request: Pick<ReceiverRequest, 'url' | 'headers' | 'body'>,
) => ReceiverAnswer;

const request: ReceiverRequest = {
  url: 'https://service.example/hook?tenant=1',
  headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' },
  body: '{"type":"call.missed"}',
  timeout: 2,
};

export function receiversContract(
  name: string,
  make: (played: PlayedReceiver) => Promise<Receivers>,
): void {
  describe(`receivers of webhooks: ${name}`, () => {
    it('get the body as it is and its headers', async () => {
      const seen: unknown[] = [];
      const receivers = await make(({ url, headers, body }) => {
        seen.push({ url, id: headers['webhook-id'], type: headers['content-type'], body });
        return { kind: 'answered', status: 204, text: '' };
      });

      const answer = await receivers.post(request);

      const { url, body } = request;
      expect(answer).toEqual({ kind: 'answered', status: 204, text: '' });
      expect(seen).toEqual([{ url, id: 'msg_1', type: 'application/json', body }]);
    });

    it.each([200, 301, 410, 429, 503])('are heard, whatever they answer: %d', async (status) => {
      const answered = { kind: 'answered', status, retryAfter: '120', text: 'so it is' } as const;
      const receivers = await make(() => answered);

      expect(await receivers.post(request)).toEqual(answered);
    });

    it('that are not there are a reason', async () => {
      const receivers = await make(() => ({ kind: 'failed', because: 'gone' }));

      expect((await receivers.post(request)).kind).toBe('failed');
    });
  });
}
