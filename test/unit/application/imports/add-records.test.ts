import { describe, expect, it } from 'vitest';
import { addRecords, type NewContact } from '../../../../lib/application/imports/add-records.ts';
import { changeAddress } from '../../../../lib/application/ledger/change-ledger.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { type MemoryPorts, memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { type CentreInput, definitions } from '../../../support/definitions.ts';
import { NOW } from '../../../support/records.ts';

const SPRING = campaignId('spring');
const JAN = '+48600100200';

const portsOf = (input: CentreInput = {}): MemoryPorts =>
  memoryPorts({ time: { now: () => NOW }, definitions: definitions(input) });

const contact = (changes: Partial<NewContact> = {}): NewContact => ({
  phones: [JAN],
  emails: [],
  fields: {},
  weight: 0,
  ...changes,
});

const add = (ports: MemoryPorts, ...contacts: readonly NewContact[]) =>
  addRecords('spring', contacts, 'crm', ports);

const mistakesOf = async (ports: MemoryPorts, changes: Partial<NewContact>) => {
  const [added] = await add(ports, contact(changes));
  return added?.kind === 'refused' ? added.mistakes : [];
};

describe('records that another system adds (REC-14)', () => {
  it('are new and due at once, and the timeline knows who added them', async () => {
    const ports = portsOf();

    const [added] = await add(ports, contact({ fields: { name: ' Jan ' }, weight: 3 }));

    expect(added?.kind).toBe('added');
    const [record] = [...ports.records.all(SPRING)];
    expect(record).toMatchObject({
      state: 'new',
      nextContact: NOW,
      fields: { name: 'Jan' },
      weight: 3,
      origin: { kind: 'person', by: 'crm' },
    });
    const journal = record && (await ports.journal.ofRecord(record));
    expect(journal).toMatchObject([{ type: 'record.added', by: 'crm' }]);
  });

  it('are private from the start where an agent is named, and the timeline says so', async () => {
    const ports = portsOf();

    await add(ports, contact({ agent: 'eva' }));

    const [record] = [...ports.records.all(SPRING)];
    expect(record?.privateTo).toBe('eva');
    const journal = record && (await ports.journal.ofRecord(record));
    expect(journal).toMatchObject([
      { type: 'record.added' },
      { type: 'record.reserved', for: 'eva', by: 'crm' },
    ]);
  });

  it('have each number and address once, the first as the default', async () => {
    const ports = portsOf();

    await add(
      ports,
      contact({ phones: ['600 100 200', JAN, '600100201'], emails: ['A@example.org'] }),
    );

    const [record] = [...ports.records.all(SPRING)];
    expect(record?.phones).toEqual([
      { value: JAN, isDefault: true },
      { value: '+48600100201', isDefault: false },
    ]);
    expect(record?.emails).toEqual([{ value: 'a@example.org', isDefault: true }]);
  });

  it('are one for one person, in one request and in the next, many at a time', async () => {
    const ports = portsOf();
    const many = Array.from({ length: 25 }, (_, n) => contact({ phones: [`60010${1000 + n}`] }));

    const first = await add(ports, ...many, contact({ phones: ['600101000'] }));
    const second = await add(ports, ...many);

    expect(first.map(({ kind }) => kind)).toEqual([...many.map(() => 'added'), 'present']);
    expect(second.map(({ kind }) => kind)).toEqual(many.map(() => 'present'));
    expect(await ports.records.counts(SPRING)).toEqual({ new: 25 });
  });

  it('keep the record a person has, whatever was added since', async () => {
    const ports = portsOf();
    await add(ports, contact({ fields: { name: 'Jan' } }));

    await add(ports, contact({ fields: { name: 'Somebody else' } }));

    expect([...ports.records.all(SPRING)].map(({ fields }) => fields)).toEqual([{ name: 'Jan' }]);
  });

  it.each([
    ['a number that is none', { phones: ['12'] }, ['phones', 0], 'is too short'],
    ['an expensive number', { phones: ['+48701234567'] }, ['phones', 0], 'premium'],
    ['an address that is none', { emails: ['jan'] }, ['emails', 0], 'e-mail address'],
    ['several in one text', { emails: ['a@b.org c@d.org'] }, ['emails', 0], 'e-mail address'],
    ['no number', { phones: [] }, ['phones'], 'a telephone number is needed'],
    ['an unknown field', { fields: { colour: 'red' } }, ['fields', 'colour'], 'no such field'],
    ['a field too long', { fields: { name: 'x'.repeat(4001) } }, ['fields', 'name'], 'longer'],
    ['an unknown agent', { agent: 'nobody' }, ['agent'], 'no such agent'],
    [
      'what objects inherit',
      { fields: { constructor: 'x' } },
      ['fields', 'constructor'],
      'no such',
    ],
  ])('are refused with %s, and nothing is stored', async (_, changes, at, reason) => {
    const ports = portsOf();

    const mistakes = await mistakesOf(ports, changes);

    expect(mistakes).toContainEqual({ at, reason: expect.stringContaining(reason) });
    expect(await ports.records.counts(SPRING)).toEqual({});
  });

  it('are told all mistakes at once, none of them with the value', async () => {
    const ports = portsOf({ campaign: { fields: { id: { type: 'pesel' } } } });

    const mistakes = await mistakesOf(ports, {
      phones: ['60010020'],
      fields: { id: '44051401358' },
    });

    expect(mistakes.map(({ at }) => at)).toEqual([
      ['phones', 0],
      ['fields', 'id'],
    ]);
    expect(JSON.stringify(mistakes)).not.toMatch(/60010020|44051401358/);
  });

  it('of people on the blacklist are there and never called, and say why (REC-13)', async () => {
    const ports = portsOf();
    const entry = { kind: 'blacklist', by: 'olga', reason: 'they asked' } as const;
    await changeAddress(JAN, [entry], ports.ledger, NOW);

    const [added] = await add(ports, contact());

    expect(added?.kind).toBe('added');
    const [record] = [...ports.records.all(SPRING)];
    expect(record).toMatchObject({ state: 'blacklisted', version: 1 });
    expect(record?.nextContact).toBeUndefined();
    const journal = record && (await ports.journal.ofRecord(record));
    expect(journal?.map(({ type }) => type)).toEqual(['record.added', 'record.blocked']);
  });

  it('may be reached by e-mail alone where the campaign places no calls', async () => {
    const ports = portsOf({ noOutbound: true, inbound: {} });

    const [added] = await add(ports, contact({ phones: [], emails: ['jan@example.org'] }));
    const [empty] = await add(ports, contact({ phones: [] }));

    expect([added?.kind, empty?.kind]).toEqual(['added', 'refused']);
  });
});
