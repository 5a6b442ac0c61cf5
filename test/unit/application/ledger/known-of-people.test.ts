import { describe, expect, it } from 'vitest';
import { changeLedger } from '../../../../lib/application/ledger/change-ledger.ts';
import { beginContact } from '../../../../lib/application/ledger/contacting.ts';
import { knownOfPeople } from '../../../../lib/application/ledger/known-of-people.ts';
import { memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { type CentreInput, definitions } from '../../../support/definitions.ts';
import { aRecord, NOW } from '../../../support/records.ts';

const ANN = '+48600100200';
const BEN = '+48600100201';

const portsOf = (input: CentreInput = {}) =>
  memoryPorts({ time: { now: () => NOW }, definitions: definitions(input) });

const withNumber = (name: string, value: string) =>
  aRecord(name, { phones: [{ value, isDefault: true }] });

const blacklist = { kind: 'blacklist', reason: 'asked not to be called' } as const;

describe('what is known of people apart from their records', () => {
  it('is what the ledger says now of the number each would be contacted on (REC-13)', async () => {
    const ports = portsOf();
    const [ann, ben] = [withNumber('ann', ANN), withNumber('ben', BEN)];
    await changeLedger({ address: ANN, change: blacklist, by: 'olga' }, ports);

    const knownOf = await knownOfPeople('spring', [ann, ben], ports);

    const [ofAnn, ofBen] = [await knownOf(ann), await knownOf(ben)];
    expect(ofAnn.standing?.blacklist).toMatchObject([{ reason: blacklist.reason, by: 'olga' }]);
    expect(ofBen.standing).toMatchObject({ blacklist: [], consents: [] });
  });

  it('is asked of the number somebody wants to be called back on', async () => {
    const ports = portsOf();
    const ann = { ...withNumber('ann', ANN), callBackTo: BEN };
    await changeLedger({ address: BEN, change: blacklist, by: 'olga' }, ports);

    const knownOf = await knownOfPeople('spring', [ann], ports);

    expect((await knownOf(ann)).standing?.blacklist).toHaveLength(1);
  });

  it('has the contacts with them where a cap asks for them, and else none (NEW-7)', async () => {
    const ann = withNumber('ann', ANN);
    const capped = portsOf({ contactCaps: [{ most: 1, within: '1 d' }] });
    const contact = { campaign: 'autumn', channel: 'voice', id: 'a-1', isWanted: false } as const;
    await beginContact({ ...contact, record: ann, address: ANN }, capped);
    const uncapped = portsOf();

    const ofCapped = await knownOfPeople('spring', [ann], capped);
    const ofUncapped = await knownOfPeople('spring', [ann], uncapped);

    expect((await ofCapped(ann)).contacted?.get(ANN)?.contacts).toMatchObject([{ id: 'a-1' }]);
    expect((await ofUncapped(ann)).contacted).toBeUndefined();
  });
});
