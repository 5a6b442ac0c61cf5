// What every way to services outside promises (lib/application/ports/ports.ts, Services). `make`
// gives one behind which a service answers so.
import { describe, expect, it } from 'vitest';
import type { ServiceAnswer, Services } from '../../lib/application/ports/services.ts';
import type { ServiceRequest } from '../../lib/domain/inbound/service-request.ts';

export type Played = (request: Pick<ServiceRequest, 'method' | 'url' | 'body'>) => ServiceAnswer;

const request: ServiceRequest = {
  method: 'POST',
  url: 'https://service.example/orders?id=1',
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
  timeout: 2,
};

export function servicesContract(name: string, make: (played: Played) => Promise<Services>): void {
  describe(`services: ${name}`, () => {
    it('bring back what the service answers to what it was asked', async () => {
      const services = await make(({ method, url, body }) => ({
        kind: 'answered',
        status: 200,
        body: { method, url, body },
      }));

      const answer = await services.ask(request);

      const { method, url, body } = request;
      expect(answer).toEqual({ kind: 'answered', status: 200, body: { method, url, body } });
    });

    it('tell a refusal by its status', async () => {
      const services = await make(() => ({ kind: 'answered', status: 404, body: undefined }));

      expect(await services.ask(request)).toEqual({
        kind: 'answered',
        status: 404,
        body: undefined,
      });
    });

    it('never raise: what fails is a value with a reason', async () => {
      const services = await make(() => ({ kind: 'failed', because: 'gone' }));

      const answer = await services.ask(request);

      expect(answer).toEqual({ kind: 'failed', because: expect.stringMatching(/./) });
    });
  });
}
