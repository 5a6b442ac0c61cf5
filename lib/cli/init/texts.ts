// What the new centre says to people and shows to agents, in the languages of the product.
// `{centre}` stands for the name of the centre. Text messages do without accents: one accent would
// double what they cost.
import type { Language } from '../../language/schema/basics.ts';

export interface CentreTexts {
  readonly campaign: string;
  readonly queue: string;
  readonly rule: string;
  readonly columns: {
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly interest: string;
  };
  readonly interests: readonly string[];
  readonly classifiers: {
    readonly agreed: string;
    readonly callBack: string;
    readonly thinking: string;
    readonly notInterested: string;
    readonly wrongPerson: string;
  };
  readonly sms: string;
  readonly email: { readonly subject: string; readonly text: readonly string[] };
  /** The line that callers reach, and what they hear on it. */
  readonly line: {
    readonly name: string;
    readonly welcome: string;
    readonly waiting: string;
    readonly offer: string;
    readonly closed: string;
    readonly thanks: string;
  };
}

export const TEXTS: Readonly<Record<Language, CentreTexts>> = {
  en: {
    campaign: 'People who asked for an offer',
    queue: 'Offers',
    rule: 'Three tries on three days',
    columns: { name: 'Name', phone: 'Phone', email: 'E-mail', interest: 'Interested in' },
    interests: ['Insurance', 'Internet', 'Heating', 'Solar panels'],
    classifiers: {
      agreed: 'Accepted the offer',
      callBack: 'Asks to be called another time',
      thinking: 'Wants to think it over',
      notInterested: 'Not interested',
      wrongPerson: 'Wrong person',
    },
    sms: '{centre}: you asked us for an offer and we have not reached you. We will call again tomorrow.',
    email: {
      subject: 'The offer you asked for',
      text: [
        'Dear {{ name }},',
        '',
        'you asked us for an offer: {{ interest }}. We called three times and did not reach you.',
        'Please answer this message with a time that suits you.',
        '',
        '{centre}',
      ],
    },
    line: {
      name: 'Calls in English',
      welcome: 'Hello, this is {centre}. We will put you through to someone.',
      waiting: 'Please stay on the line. We will be with you shortly.',
      offer: 'Nobody is free at the moment. Press one, and we will call you back.',
      closed:
        'Hello, this is {centre}. We are closed now. Press one, and we will call you back when we open.',
      thanks: 'Thank you. We will call you back. Goodbye.',
    },
  },
  pl: {
    campaign: 'Prośby o ofertę',
    queue: 'Oferty',
    rule: 'Trzy próby w trzy dni',
    columns: {
      name: 'Imię i nazwisko',
      phone: 'Telefon',
      email: 'E-mail',
      interest: 'Zainteresowanie',
    },
    interests: ['Ubezpieczenie', 'Internet', 'Ogrzewanie', 'Fotowoltaika'],
    classifiers: {
      agreed: 'Przyjęto ofertę',
      callBack: 'Prosi o telefon w innym terminie',
      thinking: 'Chce się zastanowić',
      notInterested: 'Nie jest zainteresowany',
      wrongPerson: 'Pomyłka, niewłaściwa osoba',
    },
    sms: '{centre}: prosili Panstwo o oferte, a nie udalo nam sie dodzwonic. Zadzwonimy jutro.',
    email: {
      subject: 'Oferta, o którą Państwo prosili',
      text: [
        'Dzień dobry, {{ name }},',
        '',
        'prosili Państwo o ofertę: {{ interest }}. Dzwoniliśmy trzy razy i nie udało nam się dodzwonić.',
        'Prosimy odpowiedzieć na tę wiadomość i podać dogodny termin.',
        '',
        '{centre}',
      ],
    },
    line: {
      name: 'Rozmowy po polsku',
      welcome: 'Dzień dobry, tu {centre}. Za chwilę połączymy z konsultantem.',
      waiting: 'Prosimy zaczekać na linii. Zaraz połączymy z konsultantem.',
      offer: 'W tej chwili wszyscy rozmawiają. Proszę nacisnąć jeden, a oddzwonimy.',
      closed:
        'Dzień dobry, tu {centre}. Jesteśmy teraz nieczynni. Proszę nacisnąć jeden, a oddzwonimy, gdy otworzymy.',
      thanks: 'Dziękujemy, oddzwonimy. Do usłyszenia.',
    },
  },
  cs: {
    campaign: 'Žádosti o nabídku',
    queue: 'Nabídky',
    rule: 'Tři pokusy ve třech dnech',
    columns: { name: 'Jméno a příjmení', phone: 'Telefon', email: 'E-mail', interest: 'Zájem' },
    interests: ['Pojištění', 'Internet', 'Vytápění', 'Fotovoltaika'],
    classifiers: {
      agreed: 'Nabídku přijal',
      callBack: 'Zavolat v jiný čas',
      thinking: 'Rozmyslí si to',
      notInterested: 'Nemá zájem',
      wrongPerson: 'Omyl, nesprávná osoba',
    },
    sms: '{centre}: pozadali jste nas o nabidku, ale nedovolali jsme se. Zitra zavolame znovu.',
    email: {
      subject: 'Nabídka, o kterou jste nás požádali',
      text: [
        'Dobrý den, {{ name }},',
        '',
        'požádali jste nás o nabídku: {{ interest }}. Volali jsme třikrát a nedovolali jsme se.',
        'Odpovězte prosím na tuto zprávu a napište, kdy se vám to hodí.',
        '',
        '{centre}',
      ],
    },
    line: {
      name: 'Hovory v češtině',
      welcome: 'Dobrý den, zde {centre}. Za okamžik vás spojíme.',
      waiting: 'Zůstaňte prosím na lince, brzy vás spojíme.',
      offer: 'Právě nikdo není volný. Stiskněte jedničku a zavoláme vám zpět.',
      closed:
        'Dobrý den, zde {centre}. Nyní máme zavřeno. Stiskněte jedničku a zavoláme vám zpět, až otevřeme.',
      thanks: 'Děkujeme, zavoláme vám zpět. Na shledanou.',
    },
  },
};
