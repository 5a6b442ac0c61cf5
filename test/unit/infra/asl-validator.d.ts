// The package brings no types.
declare module 'asl-validator' {
  interface Verdict {
    readonly isValid: boolean;
    readonly errorsText: (separator?: string) => string;
  }
  export default function aslValidator(definition: unknown): Verdict;
}
