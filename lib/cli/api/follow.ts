// Work that goes on after its request was answered, followed until it is over.
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiResult, AskApi } from './client.ts';

const LOOK_EVERY = 500;

/**
 * Asks for the progress until it is finished, or there is none to be had.
 * @param told called with each progress that differs from the one before
 */
export async function followed(
  path: string,
  ask: AskApi,
  told: (body: unknown) => void,
): Promise<ApiResult> {
  let last = '';
  for (;;) {
    const answer = await ask({ method: 'GET', path });
    if (answer.kind === 'failed') return answer;
    const text = JSON.stringify(answer.body);
    if (text !== last) told(answer.body);
    last = text;
    if ((answer.body as { state?: unknown }).state === 'finished') return answer;
    await pause(LOOK_EVERY);
  }
}
