// Input at the edge: unwrapped, then held against the catalogue's schema. A wrong shape is a
// BadInput that names the place in the event as delivered, e.g. Records[2].body.campaign; it is
// never dropped.

import * as z from 'zod';
import { Fault } from '../../lib/application/tasks/faults.ts';
import { TASKS, type TaskInput, type TaskName } from '../../lib/application/tasks/tasks.ts';
import { closestIssues } from '../../lib/language/closest-issues.ts';
import type { Reader } from './wire.ts';

/** @param at where in the event the input stands */
export function parseInput<T extends TaskName>(task: T, input: unknown, at: string): TaskInput<T> {
  const parsed = TASKS[task].input.safeParse(input);
  if (parsed.success) return parsed.data as TaskInput<T>;
  throw badInput(parsed.error, at);
}

/**
 * The input that something in other words stands for; undefined when it is about nothing of ours.
 */
export async function readInput<T extends TaskName>(
  task: T,
  body: unknown,
  at: string,
  read: Reader<T>,
): Promise<TaskInput<T> | undefined> {
  try {
    const input = await read(body);
    return input && parseInput(task, input, at);
  } catch (error) {
    if (error instanceof z.ZodError) throw badInput(error, at);
    throw error;
  }
}

/** The inputs that stand together in something in other words. */
export function readTogether<T extends TaskName>(
  task: T,
  body: unknown,
  at: string,
  read: (body: unknown) => readonly TaskInput<T>[],
): readonly TaskInput<T>[] {
  try {
    return read(body).map((input) => parseInput(task, input, at));
  } catch (error) {
    if (error instanceof z.ZodError) throw badInput(error, at);
    throw error;
  }
}

export function parseJson(text: string, at: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('BadInput', `${at}: not JSON`, { cause });
  }
}

function badInput(error: z.ZodError, at: string): Fault {
  const issues = error.issues
    .flatMap(closestIssues)
    .map(({ path, message }) => `${[at, ...path].join('.')}: ${message}`);
  return new Fault('BadInput', issues.join('; '), { cause: error });
}
