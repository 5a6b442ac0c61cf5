import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pseudonymsOf } from '../../../../lib/domain/records/pseudonyms.ts';

const NUMBER = '+48221000001';

describe('the pseudonym of a number', () => {
  it('is the same for the same number and key, and another for another of either', () => {
    const [name] = pseudonymsOf(['key'], NUMBER);

    expect(pseudonymsOf(['key'], NUMBER)[0]).toBe(name);
    expect(pseudonymsOf(['other'], NUMBER)[0]).not.toBe(name);
    expect(pseudonymsOf(['key'], '+48221000002')[0]).not.toBe(name);
  });

  it('is known under every key there was, the newest first, and last as before there were keys', () => {
    const [newest, former, plain] = pseudonymsOf(['new', 'old'], NUMBER);

    expect([newest, former]).toEqual([
      pseudonymsOf(['new'], NUMBER)[0],
      pseudonymsOf(['old'], NUMBER)[0],
    ]);
    expect(plain).toBe(createHash('sha256').update(NUMBER).digest('hex'));
    expect(newest).not.toContain(NUMBER.slice(1));
  });
});
