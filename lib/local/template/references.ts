// The order of creation: references and DependsOn, as CloudFormation determines it.
import { isList, isObject, type Json, type JsonObject } from '../json.ts';

/** Logical ids so that each comes after what it refers to or depends on. */
export function inOrderOfReferences(resources: JsonObject): readonly string[] {
  const order = new Set<string>();
  const path: string[] = [];
  const visit = (id: string) => {
    if (order.has(id)) return;
    if (path.includes(id))
      throw new Error(
        `the template's resources refer to each other in a circle: ${path.join(', ')}`,
      );
    path.push(id);
    for (const other of referencesOf(resources[id]))
      if (Object.hasOwn(resources, other)) visit(other);
    path.pop();
    order.add(id);
  };
  Object.keys(resources).forEach(visit);
  return [...order];
}

function referencesOf(resource: Json | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  if (isObject(resource)) {
    const { DependsOn } = resource;
    for (const id of isList(DependsOn) ? DependsOn : [DependsOn]) found.add(String(id));
    collect(resource.Properties, found);
  }
  return found;
}

function collect(value: Json | undefined, found: Set<string>): void {
  if (isList(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'Ref') found.add(String(item));
    else if (key === 'Fn::GetAtt')
      found.add(String(isList(item) ? item[0] : String(item).split('.')[0]));
    else if (key === 'Fn::Sub') collectFromText(String(isList(item) ? item[0] : item), found);
    collect(item, found);
  }
}

function collectFromText(text: string, found: Set<string>): void {
  for (const [, name = ''] of text.matchAll(/\$\{([^!}][^}]*)\}/g))
    found.add(name.split('.')[0] ?? name);
}
