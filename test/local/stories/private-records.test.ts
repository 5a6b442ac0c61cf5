// A list says whose customer somebody is; when they ring, that agent is tried first (REC-7,
// INB-11).
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Story, story } from './story.ts';

const ANN = '601100200';
const BEN = '601100201';
const CID = '601100202';
/** Monday, 10:00 in Warsaw. */
const TEN = Date.parse('2026-03-02T09:00:00Z');
const JAN = { id: 'jan.wilk', group: 'reception' };
const EWA = { id: 'ewa.lis', group: 'reception' };

let folder = '';
let open: Story | undefined;

/** The reception, whose lists name the agent of each customer. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-private-'));
  await cp('examples/medika-reception', folder, { recursive: true });
  const path = join(folder, 'campaigns/appointments.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('  weight: Waga\n', '  weight: Waga\n  agent: Opiekun\n'));
});
afterEach(async () => {
  await open?.end();
  open = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

/** @param owners whose customers the people are */
async function begin(owners: Readonly<Record<string, string>>): Promise<Story> {
  const people = Object.fromEntries(Object.keys(owners).map((phone) => [phone, []]));
  open = await story({
    of: {
      folder,
      campaign: 'appointments',
      list: (phones) =>
        ['Imię i nazwisko;Telefon;Telefon 2;E-mail;PESEL;Miasto;Waga;Opiekun']
          .concat(phones.map((phone, n) => `Osoba ${n};${phone};;;;;;${owners[phone]}`))
          .join('\r\n'),
    },
    people,
    agents: [EWA, JAN],
    start: TEN,
  });
  await open.import();
  await open.minutes(3);
  return open;
}

/** Who talked, in the order of the conversations, and after how many seconds in the queue. */
function talks(one: Story) {
  const at = (iso: unknown) => Date.parse(String(iso)) / 1000;
  const answered = one.events.filter(
    ({ type, detail }) => type === 'call.answered' && detail.by === 'agent',
  );
  return answered.map(({ detail: { attempt, agent, at: then } }) => {
    const routed = one.events.find(
      ({ type, detail }) => type === 'call.routed' && detail.attempt === attempt,
    );
    return { agent, waited: at(then) - at(routed?.detail.at) };
  });
}

const ring = (one: Story, phone: string, talk: number) =>
  one.call(`+48${phone}`, 'appointments', { keys: ['1'], talk, patience: 600 });

describe('a caller whose record is private (INB-11)', () => {
  it('is put through to the agent the list names, though another waits longer', async () => {
    const one = await begin({ [ANN]: 'jan.wilk', [BEN]: 'JAN.WILK' });

    for (const phone of [ANN, BEN]) {
      ring(one, phone, 20);
      await one.minutes(5);
    }

    expect(talks(one).map(({ agent }) => agent)).toEqual(['jan.wilk', 'jan.wilk']);
  });

  it('is put through to anybody when the time for that agent is over', async () => {
    const one = await begin({ [ANN]: 'jan.wilk', [BEN]: 'jan.wilk', [CID]: 'nobody' });

    ring(one, ANN, 600);
    await one.minutes(1);
    ring(one, BEN, 20);
    await one.minutes(5);

    const [first, second] = talks(one);
    expect([first?.agent, second?.agent]).toEqual(['jan.wilk', 'ewa.lis']);
    // privateAgent: 1 min
    expect(second?.waited).toBeGreaterThanOrEqual(60);
    expect(second?.waited).toBeLessThan(75);
    expect(one.tally.imported).toMatchObject({ imported: 3, rejected: 0 });
  });
});
