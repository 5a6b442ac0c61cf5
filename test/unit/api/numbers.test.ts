// Numbers that agents type.
import { describe, expect, it } from 'vitest';
import { apiOver, tokenOf } from '../../support/api.ts';
import { aFloor, type Setup } from '../application/a-floor.ts';

const check = async (number: string, setup: Setup = {}, campaign = 'spring') => {
  const { status, body } = await apiOver((await aFloor(setup)).ports).ask(
    tokenOf.agent('eva'),
    'checkNumber',
    { body: { number, campaign } },
  );
  return [status, status === 200 ? body : (body as { detail?: string }).detail];
};

describe('a number that an agent types', () => {
  it('is read as those of contact files are, by the country of the campaign', async () => {
    expect(await check('600 100-200')).toEqual([200, { phone: '+48600100200' }]);
    expect(await check('603 100 200', { campaign: { country: 'CZ' } })).toEqual([
      200,
      { phone: '+420603100200' },
    ]);
  });

  it('is refused where it is none, or costs a multiple', async () => {
    expect(await check('12')).toEqual([409, expect.stringMatching(/^the number /)]);
    expect(await check('700 100 200')).toEqual([409, 'calls to premium numbers are not allowed']);
    expect(await check('700 100 200', { outbound: { specialNumbers: ['premium'] } })).toEqual([
      200,
      { phone: '+48700100200' },
    ]);
  });
});
