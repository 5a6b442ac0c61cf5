import { describe, expect, it } from 'vitest';
import { isOptOut } from '../../../../lib/domain/texting/opt-out.ts';

describe('a text that wants no more texts (SMS-6)', () => {
  it.each([
    'STOP',
    'stop',
    ' Stop. ',
    'Stop, proszę',
    'STOP wiadomościom',
    'KONIEC',
    'Rezygnuję',
    'REZYGNUJE z ofert',
    'wypisz mnie',
    'odwołuję zgodę',
    'NE',
    'ne!',
    'ODHLÁSIT',
    'odhlasit',
    'Odhlašuji se',
    'nepoSIELAŤ',
    'Abmelden',
    'UNSUBSCRIBE',
    'NIE',
  ])('%s', (text) => {
    expect(isOptOut(text)).toBe(true);
  });

  it.each([
    '',
    'Tak',
    'Ne, v pondělí nemůžu, ale v úterý ano',
    'Nie mogę w poniedziałek',
    'Nerozumím',
    'Koniec miesiąca mi pasuje',
    'nonstop',
    'Stopka',
    'Proszę nie dzwonić przed 10, STOP',
    'End of March is fine',
  ])('%s is none', (text) => {
    expect(isOptOut(text)).toBe(false);
  });
});
