// Invented people, in the language of the country they are called in.
interface People {
  readonly called: readonly string[];
  /** User names of agents. */
  readonly agents: readonly string[];
}

const PEOPLE_OF: Readonly<Record<string, People>> = {
  PL: {
    called: [
      ...['Anna Nowak', 'Jan Kowalski', 'Maria Wiśniewska', 'Piotr Wójcik', 'Ewa Kamińska'],
      ...['Tomasz Lewandowski', 'Zofia Zielińska', 'Marek Szymański', 'Barbara Woźniak'],
      ...['Paweł Dąbrowski', 'Halina Kozłowska', 'Adam Mazur', 'Joanna Krawczyk', 'Łukasz Zając'],
      ...['Irena Król', 'Michał Wróbel', 'Dorota Pawlak', 'Jakub Sikora', 'Monika Baran'],
      'Grzegorz Dudek',
    ],
    agents: ['ewa.lis', 'jan.wilk', 'olga.sowa'],
  },
  CZ: {
    called: [
      ...['Jana Nováková', 'Petr Svoboda', 'Lucie Dvořáková', 'Tomáš Černý', 'Eva Procházková'],
      ...['Jiří Kučera', 'Hana Veselá', 'Martin Horák', 'Alena Němcová', 'Pavel Pokorný'],
      ...['Marie Marková', 'Jan Růžička', 'Věra Benešová', 'Ondřej Fiala', 'Lenka Sedláčková'],
      ...['Karel Doležal', 'Ivana Zemanová', 'David Kolář', 'Kateřina Navrátilová', 'Josef Čermák'],
    ],
    agents: ['hana.mala', 'petr.vlk', 'eva.jarova'],
  },
  SK: {
    called: [
      ...['Mária Horváthová', 'Peter Kováč', 'Zuzana Vargová', 'Ján Tóth', 'Anna Nagyová'],
      ...['Michal Baláž', 'Katarína Molnárová', 'Martin Szabó', 'Eva Balážová', 'Jozef Lukáč'],
      ...['Jana Novotná', 'Tomáš Polák', 'Lucia Kučerová', 'Marek Hudák', 'Elena Oravcová'],
      ...['Pavol Bartoš', 'Viera Šimková', 'Lukáš Gajdoš', 'Monika Urbanová', 'Róbert Mihálik'],
    ],
    agents: ['zuzana.mala', 'peter.vlk', 'eva.jarna'],
  },
  DE: {
    called: [
      ...['Anna Schmidt', 'Jonas Weber', 'Sabine Fischer', 'Lukas Wagner', 'Petra Becker'],
      ...['Felix Hoffmann', 'Ursula Schäfer', 'Paul Koch', 'Claudia Richter', 'Max Klein'],
      ...['Heike Wolf', 'Stefan Neumann', 'Julia Schwarz', 'Thomas Braun', 'Katrin Krüger'],
      ...['Michael Lange', 'Monika Werner', 'Jürgen Krause', 'Lena Lehmann', 'Andreas Köhler'],
    ],
    agents: ['lena.berg', 'jonas.wolf', 'maria.stein'],
  },
  GB: {
    called: [
      ...['Olivia Bennett', 'George Walker', 'Amelia Foster', 'Harry Turner', 'Isla Morgan'],
      ...[
        'Oscar Reid',
        'Freya Palmer',
        'Arthur Grant',
        'Poppy Lawson',
        'Leo Barnes',
        'Elsie Marsh',
      ],
      ...['Noah Fletcher', 'Ivy Chapman', 'Theo Hudson', 'Grace Holmes', 'Alfie Spencer'],
      ...['Ruby Watts', 'Henry Doyle', 'Evie Nash', 'Charlie Webb'],
    ],
    agents: ['amy.clarke', 'ben.hughes', 'priya.shah'],
  },
};

const SAME_NAMES: Readonly<Record<string, string>> = { AT: 'DE', CH: 'DE', LI: 'DE' };

export function inventedPeople(country: string): People {
  const found = PEOPLE_OF[SAME_NAMES[country] ?? country] ?? PEOPLE_OF.GB;
  return found ?? { called: [], agents: [] };
}
