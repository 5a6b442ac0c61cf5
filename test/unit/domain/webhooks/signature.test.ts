import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { instant, plus } from '../../../../lib/domain/model/instant.ts';
import {
  newSecret,
  OVERLAP,
  signedHeaders,
  signingNow,
} from '../../../../lib/domain/webhooks/signature.ts';
import { NOW } from '../../../support/records.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BODY = '{"type":"call.missed","data":{"name":"Żaneta"}}';
/** The libraries compare with the clock of the machine. */
const today = () => instant(Date.now());
const signed = (secrets: readonly string[], now = today(), body = BODY) =>
  signedHeaders(secrets, { id: 'msg_1', body, now });

describe('a signature (WHK-3)', () => {
  it('is the one of the specification’s example', () => {
    const { 'webhook-signature': signature } = signedHeaders([SECRET], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      body: '{"test": 2432232314}',
      now: instant(1_614_265_330_000),
    });

    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is accepted by the reference library, whatever the body', () => {
    const library = new Webhook(SECRET);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const body = JSON.stringify(value);

        const headers = signed([SECRET], today(), body);
        expect(library.verify(body, { ...headers })).toEqual(JSON.parse(body));
      }),
    );
  });

  it('is refused by it for another body, secret, id or moment', () => {
    const headers = signed([SECRET]);
    const library = new Webhook(SECRET);
    const old = signed([SECRET], plus(today(), -600));

    expect(() => library.verify(`${BODY} `, { ...headers })).toThrow();
    expect(() => library.verify(BODY, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
    expect(() => library.verify(BODY, { ...old })).toThrow();
    expect(() => new Webhook(newSecret()).verify(BODY, { ...headers })).toThrow();
  });

  it('is accepted under the former and the new secret while both sign', () => {
    const [former, current] = [newSecret(), newSecret()];
    const headers = signed([current, former]);

    for (const secret of [former, current]) {
      expect(new Webhook(secret).verify(BODY, { ...headers })).toEqual(JSON.parse(BODY));
    }
  });

  it('takes a secret with or without its prefix', () => {
    const bare = SECRET.replace('whsec_', '');

    expect(signed([bare], NOW)).toEqual(signed([SECRET], NOW));
  });
});

describe('the secrets that sign', () => {
  it('are two for a day after a rotation', () => {
    const secret = { current: 'new', previous: 'old', since: NOW };

    expect(signingNow(secret, plus(NOW, OVERLAP - 1))).toEqual(['new', 'old']);
    expect(signingNow(secret, plus(NOW, OVERLAP))).toEqual(['new']);
    expect(signingNow({ current: 'new', since: NOW }, NOW)).toEqual(['new']);
  });
});

const CHECK = `
import json, sys
from standardwebhooks.webhooks import Webhook
given = json.load(sys.stdin)
verdicts = []
for body in given["bodies"]:
    try:
        Webhook(given["secret"]).verify(body, given["headers"])
        verdicts.append(True)
    except Exception:
        verdicts.append(False)
print(json.dumps(verdicts))
`;
const python = spawnSync('python3', ['-c', 'import standardwebhooks']);
const missing =
  python.error !== undefined
    ? 'there is no python3'
    : python.status === 0
      ? undefined
      : 'python3 has no package standardwebhooks';

describe.skipIf(missing !== undefined)(
  `the reference library of Python${missing ? ` (${missing})` : ''}`,
  () => {
    it('accepts the signature and refuses another body', () => {
      const input = JSON.stringify({
        secret: SECRET,
        headers: signed([SECRET]),
        bodies: [BODY, `${BODY} `],
      });

      expect(JSON.parse(execFileSync('python3', ['-c', CHECK], { input }).toString())).toEqual([
        true,
        false,
      ]);
    });
  },
);
