// The hour on the wall of a zone. Formatting is slow and zones move in steps of 15 minutes, so each
// quarter of an hour is looked up once.
const QUARTER = 900_000;

export function localHours(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    const hour = known.get(quarter) ?? Number(format.format(quarter * QUARTER));
    known.set(quarter, hour);
    return hour;
  };
}
