import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signer } from '../../../../lib/aws/dynamodb/request-signature.ts';

class Sum {
  private readonly sum;

  constructor(secret?: string | Uint8Array) {
    this.sum = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }

  update(data: string | Uint8Array): void {
    this.sum.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.sum.digest());
  }

  reset(): void {}
}

const place = {
  host: 'dynamodb.eu-central-1.amazonaws.com',
  path: '/',
  region: 'eu-central-1',
  service: 'dynamodb',
};
const sign = signer(place);
const secret = fc.string({ minLength: 1, maxLength: 40 });

it("signs as the SDK's own signer does, with any key, any body, at any second", async () => {
  const request = fc.record({
    body: fc.string({ unit: 'binary' }),
    target: fc.constantFrom('DynamoDB_20120810.GetItem', 'DynamoDB_20120810.Query'),
    at: fc.integer({ min: 1_000_000_000_000, max: 4_000_000_000_000 }),
  });
  const credentials = fc.record({
    accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,20}$/),
    secretAccessKey: secret,
    sessionToken: fc.option(fc.stringMatching(/^[\w/+=]{1,60}$/), { nil: undefined }),
  });

  await fc.assert(
    fc.asyncProperty(request, credentials, async (toSign, { sessionToken, ...keys }) => {
      const given = { ...keys, ...(sessionToken !== undefined && { sessionToken }) };
      const theirs = new SignatureV4({
        ...{ credentials: given, region: place.region, service: place.service },
        ...{ sha256: Sum as never, applyChecksum: false },
      });

      const { headers } = await theirs.sign(
        {
          ...{ method: 'POST', protocol: 'https:', hostname: place.host, path: '/', query: {} },
          headers: {
            host: place.host,
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': toSign.target,
          },
          body: toSign.body,
        },
        { signingDate: new Date(toSign.at) },
      );

      expect(sign(toSign, given)).toEqual(headers);
    }),
    { numRuns: 300 },
  );
});
