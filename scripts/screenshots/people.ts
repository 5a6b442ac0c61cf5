// A centre with a directory of people, of whom one is on the blacklist.

import type { LocalCentre } from '../../lib/cli/start/local-centre.ts';
import { story } from '../../test/local/stories/story.ts';

const FILE = [
  'Jméno a příjmení;Telefon;E-mail;Město;Klientem od roku;Souhlas s nabídkami',
  'Karel Dvořák;603100201;karel@post.example;Brno;2015;ano',
  'Petra Nová;603100202, 603100212;petra@post.example;Brno;2019;ne',
  'Jan Svoboda;603100203;;Praha;2021;ano',
  'Marie Procházková;603100204;marie@post.example;Olomouc;2012;ano',
  'Tomáš Veselý;603100205;;Plzeň;2024;',
  'Špatné Číslo;12;;Praha;2020;',
].join('\n');
const PETRA = '+420603100202';

export async function aDirectory(): Promise<LocalCentre> {
  const { centre, until, events } = await story({
    of: {
      ...{ folder: 'examples/policy-renewal', campaign: 'obnova-2026', dialingCode: '+420' },
      list: () => 'Jméno a příjmení;Telefon\nPetra Nová;603100202\nKarel Dvořák;603100201',
    },
    people: {},
    agents: [{ id: 'jana.novakova', group: 'obnovy' }],
    start: Date.parse('2026-03-02T09:00:00Z'),
  });
  await centre.upload('imports/directory/klienti.csv', Buffer.from(FILE));
  await until(() => events.filter(({ type }) => type === 'record.added').length === 5);
  const list = [
    'Jméno a příjmení;Telefon;E-mail;Rodné číslo;Smlouva;Konec pojištění;Země',
    'Petra Nová;603100202;;;VL-2026-02;2026-12-01;',
  ].join('\n');
  await centre.upload('imports/obnova-2026/smlouvy.csv', Buffer.from(list));
  await until(() => events.filter(({ type }) => type === 'record.added').length === 6);
  const by = 'ewa';
  const consent = { kind: 'consent', purpose: 'marketing', channel: 'sms', source: 'web' } as const;
  await centre.invoke('change-ledger', { address: PETRA, change: consent, by });
  const listed = { kind: 'blacklist', channel: 'voice', reason: 'asked for letters only' } as const;
  await centre.invoke('change-ledger', { address: PETRA, change: listed, by });
  centre.cloud.time.pause();
  return centre;
}
