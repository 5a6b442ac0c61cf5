// What headings say of their columns, in Polish, Czech, Slovak, German and English.

/** Headings are compared without case, accents and punctuation. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export type Kind = 'phone' | 'email' | 'weight';

const KINDS: Readonly<Record<Kind, RegExp>> = {
  phone:
    /\b(tel|telefon\w*|telephone|phone|phones|cellphone|cell|mobil\w*|komork\w*|gsm|handy|handynummer|rufnummer)\b|telefon|\bnr kom\b/,
  email: /\b(e ?mail\w*|mail|mejl|poczta)\b/,
  weight: /^(waga|vaha|weight|gewicht)$/,
};

/** A number of somebody or something else than the person of the row. */
const OF_OTHERS =
  /\b(fax\w*|faks\w*|agent\w*|doradc\w*|opiekun\w*|handlow\w*|obchodni\w*|poradc\w*|makler\w*|konsultant\w*|pracowni\w*|zamestnan\w*|oddzial\w*|pobock\w*|branch|sklep\w*|recep\w*|infolini\w*|infolink\w*|hotline|ansprechpartner\w*|berater\w*|betreuer\w*|vermittler\w*|filiale\w*|advis\w*|employee|sales\w*)\b/;

/** What the headings alone say; whether the values agree is another question. */
export function kindOfHeading(plain: string): Kind | undefined {
  if (OF_OTHERS.test(plain)) return undefined;
  for (const kind of ['email', 'phone', 'weight'] as const)
    if (KINDS[kind].test(plain)) return kind;
  return undefined;
}

export const namesOthers = (plain: string): boolean =>
  OF_OTHERS.test(plain) && (KINDS.phone.test(plain) || KINDS.email.test(plain));
