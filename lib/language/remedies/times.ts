// Times as people write them, in the forms of the language: candidates only, which the schema of
// the place then takes or does not.

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
};

/** By the beginning of the word; seconds. */
const UNITS: readonly (readonly [beginning: RegExp, seconds: number])[] = [
  [/^(ms|milli)/, 0.001],
  [/^s/, 1],
  [/^(m|'$)/, 60],
  [/^(h|g)/, 3600],
  [/^d/, 86_400],
  [/^(w|tyg)/, 604_800],
];

/** "2h", "1.5 hours", "1h30", "two days", "PT30S" */
export function durations(text: string): readonly string[] {
  if (/^(at once|now|immediately|right away)$/i.test(text)) return ['at once', '0 s'];
  const plain = text
    .toLowerCase()
    .replace(/^p?t?(?=\d)/, '')
    .replace(/^half an? (?=hour|minute)/, '0.5 ');
  const parts = [...plain.matchAll(/(\d+(?:[.,]\d+)?|[a-z]+) *([a-z']+)?\.?/g)];
  let sum = 0;
  let last = 0;
  for (const [, amount = '', word] of parts) {
    const count = NUMBERS[amount] ?? Number(amount.replace(',', '.'));
    // "1h30": what follows without a unit is of the next smaller one
    const unit = word === undefined ? last / 60 : unitOf(word);
    if (Number.isNaN(count) || !unit) return [];
    sum += count * unit;
    last = unit;
  }
  return parts.length > 0 && plain.startsWith(parts[0]?.[0] ?? '') ? inUnits(sum, last) : [];
}

const unitOf = (word: string): number | undefined =>
  UNITS.find(([beginning]) => beginning.test(word))?.[1];

/** In the unit that was written where it fits, else in the largest one that does. */
function inUnits(seconds: number, written: number): readonly string[] {
  const units = [86_400, 3600, 60, 1];
  const names: Readonly<Record<number, string>> = { 86400: 'd', 3600: 'h', 60: 'min', 1: 's' };
  const order = [written, ...units].filter((unit) => unit in names);
  const fits = order.find((unit) => Number.isInteger(seconds / unit));
  return fits === undefined ? [] : [`${seconds / fits} ${names[fits]}`];
}

/** "8-18", "8.00 – 18.00", "8am to 6 pm", several with commas between. */
export function spansOfDay(text: string): readonly unknown[] {
  if (/^(closed?|off|no|none|never|shut|-)$/i.test(text)) return ['closed'];
  if (/^(24 ?h(ours)?|24\/7|always|all day|open)$/i.test(text)) return ['00:00-24:00'];
  const spans = text.split(/[,;&]|\band\b/).map(span);
  if (spans.some((one) => one === undefined)) return [];
  return spans.length === 1 ? spans : [spans];
}

function span(text: string): string | undefined {
  const [from, to, ...more] = text.split(/\s*(?:-|–|—|\bto\b|\btill?\b|\buntil\b)\s*/);
  const [begins, ends] = [clock(from), clock(to)];
  if (begins === undefined || ends === undefined || more.length > 0) return undefined;
  return `${begins}-${ends === '00:00' ? '24:00' : ends}`;
}

function clock(text = ''): string | undefined {
  const [, hour, minute = '00', half] =
    /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:h|uhr|hod\.?)?\s*([ap])?\.?m?\.?\s*$/i.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const isAfternoon = half?.toLowerCase() === 'p';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

/** "8-12" as hours of the day without minutes. */
export function hoursOfDay(text: string): readonly string[] {
  const hours = spansOfDay(text)[0];
  if (typeof hours !== 'string') return [];
  return [hours.replaceAll(/:\d{2}/g, '')];
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** "Monday", "Mo–Fr", "weekdays" */
export function weekdays(text: string): readonly string[] {
  const plain = text.trim().toLowerCase();
  const groups: Readonly<Record<string, string>> = {
    weekdays: 'mon-fri',
    weekday: 'mon-fri',
    workdays: 'mon-fri',
    weekend: 'sat-sun',
    weekends: 'sat-sun',
    daily: 'mon-sun',
    everyday: 'mon-sun',
    'every day': 'mon-sun',
    all: 'mon-sun',
  };
  const group = groups[plain];
  if (group !== undefined) return [group];
  const days = plain
    .split(/\s*(?:-|–|—|\bto\b|\bthrough\b)\s*/)
    .map((word) => WEEKDAYS.find((day) => word.length > 1 && day.startsWith(word.slice(0, 3))));
  return days.every((day) => day !== undefined) ? [days.join('-')] : [];
}

const pad = (text = '') => text.padStart(2, '0');

/** "31.12.2026", "2026/12/31", with a time of day or without; and a time of day alone. */
export function dates(text: string): readonly string[] {
  const [, first, time] = /^(\S+?)(?:[T ,]+(\d{1,2}\D?.*))?$/.exec(text.trim()) ?? [];
  const days = datesOnly(first ?? '');
  const hour = clock(time?.replace(/^(\d{1,2}[:.]\d{2})[:.]\d{2}.*$/, '$1'));
  const alone = clock(text);
  return [
    ...(alone === undefined ? [] : [alone]),
    ...days,
    ...(hour === undefined ? [] : days.map((day) => `${day}T${hour}`)),
  ];
}

function datesOnly(text: string): readonly string[] {
  const [, year, y2, y3] = /^(\d{4})[-./]?(\d{1,2})[-./]?(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return [`${year}-${pad(y2)}-${pad(y3)}`];
  const [, day, sign, month, ofYear] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (ofYear === undefined) return [];
  const europe = `${ofYear}-${pad(month)}-${pad(day)}`;
  const america = `${ofYear}-${pad(day)}-${pad(month)}`;
  return sign === '/' ? [europe, america] : [europe];
}
