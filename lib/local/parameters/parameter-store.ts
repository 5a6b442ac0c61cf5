// Systems Manager Parameter Store: current values only, one page.
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import { jsonService } from '../gateway/json-service.ts';
import type { Service } from '../gateway/service.ts';
import { isList, type JsonObject } from '../json.ts';
import type { SimulatedTime } from '../time.ts';

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly version: number;
  readonly changedAt: number;
}

/** Systems Manager parameters: those of the template, and what is put at run time. */
export class ParameterStore {
  private readonly location: AwsLocation;
  private readonly time: SimulatedTime;
  private readonly byName = new Map<string, Parameter>();

  constructor(location: AwsLocation, time: SimulatedTime) {
    this.location = location;
    this.time = time;
  }

  arnOf(name: string): string {
    if (name.startsWith('arn:')) return name;
    // A path may end with a slash, its ARN does not.
    const path = name.replace(/\/$/, '');
    return arn(this.location, 'ssm', `parameter${path.startsWith('/') ? '' : '/'}${path}`);
  }

  put(name: string, type: string, value: string): void {
    const version = (this.byName.get(name)?.version ?? 0) + 1;
    this.byName.set(name, { name, type, value, version, changedAt: this.time.now() });
  }

  get(name: string): Parameter {
    const found = this.byName.get(name);
    if (!found) throw new AwsError('ParameterNotFound', `no parameter '${name}'`);
    return found;
  }

  below(path: string, recursive: boolean): readonly Parameter[] {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    return [...this.byName.values()].filter(
      ({ name }) =>
        name.startsWith(prefix) && (recursive || !name.slice(prefix.length).includes('/')),
    );
  }

  wire(parameter: Parameter): JsonObject {
    return {
      Name: parameter.name,
      Type: parameter.type,
      Value: parameter.value,
      Version: parameter.version,
      LastModifiedDate: parameter.changedAt / 1000,
      ARN: this.arnOf(parameter.name),
      DataType: 'text',
    };
  }
}

export function ssmService(store: ParameterStore): Service {
  const on = (action: string, name: unknown) => ({
    action: `ssm:${action}`,
    resource: store.arnOf(String(name)),
  });
  return jsonService('ssm', 'json-1.1', {
    GetParameter: {
      access: ({ Name }) => [on('GetParameter', Name)],
      run: ({ Name }) => ({ Parameter: store.wire(store.get(String(Name))) }),
    },
    GetParameters: {
      access: ({ Names }) => (isList(Names) ? Names : []).map((name) => on('GetParameters', name)),
      run: ({ Names }) => getMany(store, isList(Names) ? Names.map(String) : []),
    },
    GetParametersByPath: {
      access: ({ Path }) => [on('GetParametersByPath', Path)],
      run: ({ Path, Recursive }) => ({
        Parameters: store.below(String(Path), Recursive === true).map((one) => store.wire(one)),
      }),
    },
    PutParameter: {
      access: ({ Name }) => [on('PutParameter', Name)],
      run: (input) => {
        const name = String(input.Name);
        store.put(name, String(input.Type ?? 'String'), String(input.Value));
        return { Version: store.get(name).version, Tier: 'Standard' };
      },
    },
  });
}

function getMany(store: ParameterStore, names: readonly string[]): JsonObject {
  const known = names.filter((name) => {
    try {
      return store.get(name) !== undefined;
    } catch {
      return false;
    }
  });
  return {
    Parameters: known.map((name) => store.wire(store.get(name))),
    InvalidParameters: names.filter((name) => !known.includes(name)),
  };
}
