// The stand-ins for Node in a browser, against Node itself.
import { Buffer as NodeBuffer } from 'node:buffer';
import * as node from 'node:crypto';
import { domainToASCII as nodeDomain } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Buffer } from '../../../../web/dry-run/node/bytes.ts';
import { createHash, createHmac, randomBytes } from '../../../../web/dry-run/node/crypto.ts';
import { domainToASCII } from '../../../../web/dry-run/node/url.ts';

const TEXTS = ['', 'abc', 'Zażółć gęślą jaźń 😀', 'x'.repeat(55), 'x'.repeat(64), 'y'.repeat(1000)];
const ENCODINGS = ['hex', 'base64', 'base64url'] as const;

describe('hashes in a browser', () => {
  it.each(TEXTS)('are those of Node: %s', (text) => {
    for (const encoding of ENCODINGS) {
      expect(createHash('sha256').update(text).update('z').digest(encoding)).toBe(
        node.createHash('sha256').update(text).update('z').digest(encoding),
      );
      for (const key of ['k', 'long '.repeat(30)])
        expect(createHmac('sha256', key).update(text).digest(encoding)).toBe(
          node.createHmac('sha256', key).update(text).digest(encoding),
        );
    }
  });

  it('are of no other kind', () => {
    expect(() => createHash('md5')).toThrow("no hash 'md5'");
  });

  it('begin with random bytes that differ', () => {
    expect(randomBytes(16).toString('hex')).not.toBe(randomBytes(16).toString('hex'));
  });
});

describe('bytes in a browser', () => {
  it.each(TEXTS)('are those of Node: %s', (text) => {
    for (const encoding of ['utf8', ...ENCODINGS] as const) {
      const written = NodeBuffer.from(text).toString(encoding);
      expect(Buffer.from(text).toString(encoding)).toBe(written);
      expect([...Buffer.from(written, encoding)]).toEqual([...NodeBuffer.from(text)]);
    }
    expect(Buffer.byteLength(text)).toBe(NodeBuffer.byteLength(text));
  });

  it('hold the letters of a code page as they are', () => {
    const bytes = Buffer.from('\u00b3\u00ff', 'latin1');

    expect([[...bytes], bytes.toString('latin1')]).toEqual([[0xb3, 0xff], '\u00b3\u00ff']);
  });

  it('are joined and compared', () => {
    const both = Buffer.concat([Buffer.from('a'), Buffer.alloc(1)]);

    expect([both.equals(Buffer.from([97, 0])), both.equals(Buffer.from('a'))]).toEqual([
      true,
      false,
    ]);
  });
});

it.each(['przykład.pl', 'EXAMPLE.org', 'a b', 'xn--n3h.example', '%2e'])(
  'a domain in a browser is as Node writes it: %s',
  (domain) => {
    expect(domainToASCII(domain)).toBe(nodeDomain(domain));
  },
);
