// JSONPath as the flow language uses it: `$.Attributes.name`, `$.Attributes['a name']`,
// `$.External.list[0]`.

const PATH = /^\$\.[A-Za-z]\w*(?:\.[^\s.[\]$]+|\[[^\]]+\])*$/;

/**
 * Namespaces that contain values but are not values themselves: Compare refuses them without a
 * leaf.
 */
const NAMESPACES = new Set(
  'Attributes FlowAttributes External CustomerEndpoint SystemEndpoint Queue Agent Metrics Loop Lex Media MediaStreams Modules Customer Case Views References Wisdom Tags SegmentAttributes'
    .split(' ')
    .map((name) => `$.${name}`),
);

export function isPath(value: string): boolean {
  return PATH.test(value);
}

export function isPathWithLeaf(value: string): boolean {
  return isPath(value) && !NAMESPACES.has(value);
}

/** A path somewhere in the text. */
export function mentionsPath(value: string): boolean {
  return /\$\.[A-Za-z]/.test(value);
}
