// Whether an agent may call a number that belongs to no record.
import { describe, expect, it } from 'vitest';
import { changeAddress } from '../../../lib/application/ledger/change-ledger.ts';
import { type Api, apiOver, tokenOf } from '../../support/api.ts';
import { at } from '../../support/records.ts';
import { aFloor } from '../application/a-floor.ts';

const eva = tokenOf.agent('eva');
const NUMBER = '+48601100200';

async function asked(
  number: string,
  { callOthers = true, list = false, night = false } = {},
): Promise<Awaited<ReturnType<Api['ask']>>> {
  const floor = await aFloor({ campaign: { agentsMay: { callOthers } } });
  if (list) {
    const entry = { kind: 'blacklist', campaign: undefined, reason: 'asked', by: 'olga' } as const;
    await changeAddress(NUMBER, [entry], floor.ports.ledger, at(0));
  }
  if (night) floor.waitUntil(13 * 3600);
  const body = { number, campaign: 'spring' };
  return apiOver(floor.ports).ask(eva, 'permitCall', { body });
}

const said = ({ status, body }: { readonly status: number; readonly body: unknown }) => [
  status,
  (body as { detail?: string; phone?: string }).detail ?? (body as { phone?: string }).phone,
];

describe('a call by hand (CAM-16)', () => {
  it('may be made to a number of their own choice, where the campaign says so', async () => {
    expect(said(await asked('601 100 200'))).toEqual([200, NUMBER]);
    expect((await asked('601 100 200', { callOthers: false })).status).toBe(403);
  });

  it('is refused to a number that is none, that costs a multiple, or is on the blacklist', async () => {
    expect((await asked('12')).status).toBe(409);
    expect(said(await asked('700 100 200'))).toEqual([
      409,
      'calls to premium numbers are not allowed',
    ]);
    expect(said(await asked('601 100 200', { list: true }))).toEqual([
      409,
      'it is on the blacklist: asked',
    ]);
  });

  it('is refused at hours that are not allowed where the number is', async () => {
    const [status, detail] = said(await asked('601 100 200', { night: true }));

    expect(status).toBe(409);
    expect(detail).toMatch(/^nobody is called there before 2026-03-03T/);
  });
});
