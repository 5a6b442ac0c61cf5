import { expect, it } from 'vitest';
import { localPhone } from '../../../../web/desk/phone/local-phone.ts';

it('tells the local cloud that its agent goes, so that nobody waits for them to come back', async () => {
  const asked: string[] = [];
  const send = async (url: string | URL | Request, init?: RequestInit) => {
    asked.push(`${init?.method} ${String(url)}`);
    return Response.json({});
  };
  const tokens = { token: async () => 'token' };
  const outside = { send, rest: async () => {}, counter: () => 0 };

  await localPhone('http://here/telephone', tokens, outside).leave?.();

  expect(asked).toEqual(['POST http://here/telephone/leave']);
});
