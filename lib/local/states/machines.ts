// The Step Functions API for Express state machines.
import { AwsError } from '../errors.ts';
import { jsonService } from '../gateway/json-service.ts';
import type { Service } from '../gateway/service.ts';
import type { Json, JsonObject } from '../json.ts';
import { Machine, type MachineParts, type MachineSettings } from './machine.ts';

export class Machines {
  private readonly parts: MachineParts;
  private readonly byArn = new Map<string, Machine>();

  constructor(parts: MachineParts) {
    this.parts = parts;
  }

  create(settings: MachineSettings): Machine {
    const machine = new Machine(settings, this.parts);
    this.byArn.set(settings.arn, machine);
    return machine;
  }

  withArn(arn: string): Machine {
    const machine = this.byArn.get(arn);
    if (machine) return machine;
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  all(): readonly Machine[] {
    return [...this.byArn.values()];
  }
}

/** AWS Step Functions, Express: StartExecution and StartSyncExecution. */
export function statesService(machines: Machines): Service {
  const access = (action: string) => (input: JsonObject) => [
    { action: `states:${action}`, resource: String(input.stateMachineArn) },
  ];
  const nameOf = (input: JsonObject) => (input.name === undefined ? undefined : String(input.name));
  const inputOf = (input: JsonObject) => String(input.input ?? '{}');
  return jsonService('states', 'json-1.0', {
    StartExecution: {
      access: access('StartExecution'),
      run: (input) => {
        const machine = machines.withArn(String(input.stateMachineArn));
        const { arn, startedAt } = machine.start(inputOf(input), nameOf(input));
        return { executionArn: arn, startDate: startedAt / 1000 };
      },
    },
    StartSyncExecution: {
      access: access('StartSyncExecution'),
      run: async (input): Promise<Json> => {
        const machine = machines.withArn(String(input.stateMachineArn));
        const ended = await machine.startSync(inputOf(input), nameOf(input));
        return {
          executionArn: ended.arn,
          stateMachineArn: machine.settings.arn,
          name: ended.name,
          input: JSON.stringify(ended.input),
          startDate: ended.startedAt / 1000,
          stopDate: (ended.endedAt ?? ended.startedAt) / 1000,
          status: ended.status,
          ...(ended.error === undefined
            ? { output: JSON.stringify(ended.output) }
            : { error: ended.error, cause: ended.cause }),
        };
      },
    },
  });
}
