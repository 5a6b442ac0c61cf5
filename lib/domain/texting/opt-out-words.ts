// Words with which people say that they want no more messages, as data. They count in any case and
// with or without accents. 'start': also when more follows; 'alone': only by itself, because people
// begin other answers with it.
//
// STOP and its English relatives are what AWS and carriers treat as an opt-out by default:
// https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords-required.html. The Polish, Czech,
// Slovak and German ones are what senders of those countries name in their texts, and what guides
// tell people to answer:
// https://newsblog.pl/jak-anulowac-subskrypcje-automatycznych-wiadomosci-tekstowych,
// https://etechblog.cz/jak-se-odhlasit-z-automatickych-textovych-zprav/.

interface OptOutWord {
  readonly word: string;
  readonly at: 'start' | 'alone';
}

const at = (where: OptOutWord['at'], ...words: readonly string[]): readonly OptOutWord[] =>
  words.map((word) => ({ word, at: where }));

export const OPT_OUT_WORDS: readonly OptOutWord[] = [
  // AWS: required keywords
  ...at('start', 'STOP', 'STOPALL', 'UNSUBSCRIBE', 'ARRET'),
  ...at('alone', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE'),
  // Polish: I give up, I unsubscribe, sign me out, I withdraw my consent; end, no, cancel
  ...at('start', 'REZYGNUJĘ', 'REZYGNACJA', 'WYPISZ', 'WYPISUJĘ', 'ODWOŁUJĘ ZGODĘ'),
  ...at('start', 'COFAM ZGODĘ'),
  ...at('alone', 'KONIEC', 'NIE', 'ANULUJ'),
  // Czech and Slovak: unsubscribe, cancel, end
  ...at('start', 'ODHLÁSIT', 'ODHLÁSIŤ', 'ODHLAŠUJI', 'NEPOSÍLAT', 'NEPOSIELAŤ'),
  ...at('alone', 'NE', 'ZRUŠIT', 'ZRUŠIŤ', 'KONEC'),
  // German: unsubscribe
  ...at('start', 'ABMELDEN', 'STOPP'),
  ...at('alone', 'NEIN'),
];
