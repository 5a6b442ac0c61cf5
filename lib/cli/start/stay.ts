// `--stay`: the centre goes on after its campaign, at the pace of the clock, until Ctrl-C. Its
// customers go on calling.
import type { LocalCentre } from './local-centre.ts';

/** Simulated seconds per real second. */
const REAL_TIME = 1;

export async function stayUp(
  { cloud }: LocalCentre,
  say: (line: string) => void,
  speed: number,
  startCallers: () => Promise<() => void>,
): Promise<void> {
  const pace = Number.isFinite(speed) ? speed : REAL_TIME;
  say('\nThe centre stays up; Ctrl-C ends it.');
  cloud.time.resume(pace);
  const stopCallers = await startCallers();
  await new Promise<void>((resolve) => process.once('SIGINT', resolve));
  stopCallers();
  cloud.time.pause();
}
