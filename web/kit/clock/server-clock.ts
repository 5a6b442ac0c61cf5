// The clock of the centre. What it says now is told by the telephone or by an answer of the API;
// from there the page goes on with the browser's monotonic counter, at the speed it was told. The
// browser's own date is never read.
import { useEffect, useState, useSyncExternalStore } from 'react';

/** How the clock of the centre goes. */
export interface Pace {
  /** ISO 8601. */
  readonly now: string;
  /** Seconds of the centre per second here. */
  readonly speed: number;
  /** Those that can be chosen; one where there is no choice. */
  readonly speeds: readonly number[];
  /** Who has chosen the speed. */
  readonly chosenBy?: string | undefined;
  /** ISO 8601: what time it is outside of a centre whose time is its own. */
  readonly outside?: string | undefined;
}

interface Reading {
  /** Epoch ms by the clock of the centre. */
  readonly at: number;
  /** When it was told, by the monotonic counter. */
  readonly told: number;
  readonly pace: Pace;
}

let reading: Reading | undefined;
const listeners = new Set<() => void>();

export function keepTime(pace: Pace, told = performance.now()): void {
  reading = { at: Date.parse(pace.now), told, pace };
  for (const listener of listeners) listener();
}

/** An answer of the API says what time it is there; the telephone knows it better. */
export function noteTime(now: string, told = performance.now()): void {
  if (reading !== undefined && reading.pace.speeds.length > 1) return;
  keepTime({ now, speed: 1, speeds: [1] }, told);
}

/** Epoch ms; undefined before anybody has told it. */
export function serverNow(counter = performance.now()): number | undefined {
  if (reading === undefined) return undefined;
  return reading.at + (counter - reading.told) * reading.pace.speed;
}

/** Epoch ms outside of the centre; undefined where its time is everybody's. */
export function outsideNow(counter = performance.now()): number | undefined {
  if (reading?.pace.outside === undefined) return undefined;
  return Date.parse(reading.pace.outside) + (counter - reading.told);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePace = (): Pace | undefined =>
  useSyncExternalStore(
    listen,
    () => reading?.pace,
    () => undefined,
  );

/** The time of the centre, looked at so often. */
export function useNow(everyMs = 250): number | undefined {
  const [now, setNow] = useState(() => serverNow());
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Minutes and seconds, hours before them where there are some. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}
