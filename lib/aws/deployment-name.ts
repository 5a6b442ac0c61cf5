// The name of the deployment, as the names of its functions have it: <name>-<task>.
import type { TaskName } from '../application/tasks/tasks.ts';

/** `unknown` where nothing tells: a function that runs outside of Lambda. */
export function deploymentOf(task: TaskName): string {
  const name = process.env.AWS_LAMBDA_FUNCTION_NAME ?? '';
  return name.endsWith(`-${task}`) ? name.slice(0, -`-${task}`.length) : 'unknown';
}
