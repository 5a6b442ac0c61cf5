import { describe, expect, it } from 'vitest';
import { whyNotTaken } from '../../../../lib/domain/texting/not-taken.ts';

const why = (headers: Readonly<Record<string, string>>) =>
  whyNotTaken(new Map(Object.entries(headers)));

describe('an e-mail that no agent is shown', () => {
  it.each([
    [{ 'auto-submitted': 'auto-replied' }],
    [{ 'auto-submitted': 'auto-generated; owner-email="x@y.example"' }],
    [{ precedence: 'Bulk' }],
    [{ 'x-auto-response-suppress': 'All' }],
    [{ 'return-path': '<>' }],
    [{ 'content-type': 'multipart/report; report-type=delivery-status' }],
    [{ 'list-id': '<news.example>' }],
  ])('was written by a program: %o', (headers) => {
    expect(why(headers)).toBe('automatic');
  });

  it('is spam or carries a virus by the word of SES', () => {
    expect(why({ 'x-ses-spam-verdict': 'FAIL' })).toBe('spam');
    expect(why({ 'x-ses-spam-verdict': 'FAIL', 'x-ses-virus-verdict': 'FAIL' })).toBe('virus');
  });

  it('is no other: one of a person, and one that SES could not decide about', () => {
    expect(why({ 'auto-submitted': 'no', 'return-path': '<a@b.example>' })).toBeUndefined();
    expect(why({ 'x-ses-spam-verdict': 'GRAY', 'x-ses-virus-verdict': 'PASS' })).toBeUndefined();
  });
});
