// The problems of a flow in Connect's words: the phrases are those of the `problems` list of
// InvalidContactFlowException as public projects quote it, so a search for the message finds the
// same advice. `remedy` is ours, because the service never says what it would have accepted.

export interface FlowProblem {
  /** `Identifier` of the action; absent when the flow as a whole is meant. */
  readonly action?: string;
  readonly message: string;
  /**
   * `placeholder`: correct except for an id its author left blank, to be filled in before
   * publishing. `warning`: unlike anything we have seen, but neither the documentation nor a probe
   * of the service says that it is refused.
   */
  readonly kind: 'error' | 'placeholder' | 'warning';
  /** What would be accepted instead. */
  readonly remedy?: string;
}

/** A problem before the action it belongs to is known. */
export type FlowFinding = Omit<FlowProblem, 'action'>;

/** The same finding where nothing backs a refusal. */
export const asWarning = (finding: FlowFinding): FlowFinding =>
  finding.kind === 'error' ? { ...finding, kind: 'warning' } : finding;

export const invalidFormat = (remedy: string): FlowFinding =>
  error('Invalid contact flow format', remedy);

export const unknownType = (type: string, path: string): FlowFinding =>
  error(`Invalid Action type. Type: ${type}, Path: ${path}`, 'use a type of the flow language');

export const refusedHere = (type: string, flowType: string, path: string): FlowFinding =>
  error(`Invalid Action type. Type: ${type}, Path: ${path}`, `flows of type ${flowType} refuse it`);

export const unknownProperty = (path: string): FlowFinding =>
  error(`Invalid Action property name. Path: ${path}`, 'remove it');

export const missingProperty = (path: string): FlowFinding =>
  error(`Action is missing required property. Path: ${path}`, 'add it');

export const invalidValue = (path: string, remedy: string): FlowFinding =>
  error(`Invalid Action property value. Path: ${path}`, remedy);

export const blankId = (path: string): FlowFinding => ({
  kind: 'placeholder',
  message: `Invalid Action property value. Path: ${path}`,
  remedy: 'fill in the id left blank',
});

export const onlyOneOf = (properties: readonly string[], path: string): FlowFinding =>
  error(
    `Only one of these properties may be defined. Properties: [${properties.join(', ')}], Path: ${path}`,
    'keep one',
  );

export const atLeastOneOf = (properties: readonly string[], path: string): FlowFinding =>
  error(`At least one of [${properties.join(', ')}] must be set. Path: ${path}`, 'add one');

export const missingError = (type: string, path: string): FlowFinding =>
  error(`Action is missing required error. Error: ${type}, Path: ${path}`, 'declare it');

export const refusedError = (type: string, path: string): FlowFinding =>
  error(`Invalid Action error. Error: ${type}, Path: ${path}`, 'remove it');

export const noConditions = (path: string): FlowFinding =>
  error(`Action does not support conditions. Path: ${path}`, 'remove them');

export const noTransitions = (path: string): FlowFinding =>
  error(`Action does not support transitions. Path: ${path}`, 'write "Transitions": {}');

export const invalidBranch = (path: string, remedy: string): FlowFinding =>
  error(`Invalid branch. Path: ${path}.Evaluate`, remedy);

function error(message: string, remedy: string): FlowFinding {
  return { kind: 'error', message, remedy };
}
