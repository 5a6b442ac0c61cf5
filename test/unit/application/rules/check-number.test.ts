import { describe, expect, it } from 'vitest';
import { checkNumber } from '../../../../lib/application/rules/check-number.ts';
import type { Definitions } from '../../../../lib/language/definitions.ts';
import { Hlr } from '../../../../lib/language/schema/hlr.ts';
import { memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { definitions } from '../../../support/definitions.ts';
import { at } from '../../../support/records.ts';

const HLR = Hlr.parse({
  request: { url: 'https://hlr.example.org/{{ number }}', secret: { name: 'hlr' } },
  answer: 'status',
  valid: ['live'],
  invalid: ['dead'],
  keepFor: '1 h',
});
const PHONE = '+48600100200';

function ports(secrets: Readonly<Record<string, string>> = { hlr: 's' }) {
  let seconds = 0;
  const plain = definitions();
  const centre: Definitions = { ...plain, centre: { ...plain.centre, hlr: HLR } };
  const made = memoryPorts({ time: { now: () => at(seconds) }, definitions: centre, secrets });
  const wait = (more: number) => {
    seconds += more;
  };
  return { ...made, wait };
}

const says =
  (status: unknown, code = 200) =>
  () =>
    ({ kind: 'answered', status: code, body: { status } }) as const;

describe('a check of a number (CBR-10)', () => {
  it('asks the provider with the number and the secret', async () => {
    const world = ports();
    world.services.answerWith(says('live'));

    const answer = await checkNumber(PHONE, world);

    expect(answer).toBe('valid');
    expect(world.services.asked).toMatchObject([
      { url: 'https://hlr.example.org/%2B48600100200', headers: { authorization: 's' } },
    ]);
  });

  it('asks once as long as the answer counts, and again afterwards', async () => {
    const world = ports();
    world.services.answerWith(says('dead'));
    await checkNumber(PHONE, world);
    world.wait(3599);
    const kept = await checkNumber(PHONE, world);
    world.wait(1);
    world.services.answerWith(says('live'));

    const later = await checkNumber(PHONE, world);

    expect([kept, later]).toEqual(['invalid', 'valid']);
    expect(world.services.asked).toHaveLength(2);
  });

  it('asks for each number', async () => {
    const world = ports();
    world.services.answerWith(says('live'));

    await checkNumber(PHONE, world);
    await checkNumber('+48600100201', world);

    expect(world.services.asked).toHaveLength(2);
  });

  it('is unknown, and asked again the next time, when the provider does not know', async () => {
    const world = ports();
    world.services.answerWith(says('who knows'));

    const answers = [await checkNumber(PHONE, world), await checkNumber(PHONE, world)];

    expect(answers).toEqual(['unknown', 'unknown']);
    expect(world.services.asked).toHaveLength(2);
  });

  it.each([
    ['the service is not reached', undefined],
    ['the service fails', says('live', 500)],
  ])('is unknown when %s', async (_, answer) => {
    const world = ports();
    if (answer) world.services.answerWith(answer);

    expect(await checkNumber(PHONE, world)).toBe('unknown');
  });

  it('is unknown without a secret, a provider or a number, and asks nobody', async () => {
    const nobody = memoryPorts({ time: { now: () => at(0) }, definitions: definitions() });

    expect(await checkNumber(PHONE, ports({}))).toBe('unknown');
    expect(await checkNumber(PHONE, nobody)).toBe('unknown');
    expect(await checkNumber('', ports())).toBe('unknown');
    expect(nobody.services.asked).toEqual([]);
  });
});
