// Every mistake an author can make: its code, how severe it is, what it means, an example and what
// to do. docs/diagnostics.md is generated from these tables; `diagnostic()` accepts only codes in
// them.
import { CAMPAIGN_CODES } from './codes/campaign-codes.ts';
import { CENTRE_CODES } from './codes/centre-codes.ts';
import { IVR_CODES } from './codes/ivr-codes.ts';
import { LANGUAGE_CODES } from './codes/language-codes.ts';
import { RULE_CODES } from './codes/rule-codes.ts';
import { SCRIPT_CODES } from './codes/script-codes.ts';
import { TESTS_CODES } from './codes/tests-codes.ts';
import type { Diagnostic, Position } from './diagnostic.ts';

/** What the checks report, in the groups their files are in. */
export const CHECK_CODES = {
  centre: CENTRE_CODES,
  campaign: CAMPAIGN_CODES,
  rule: RULE_CODES,
  ivr: IVR_CODES,
  script: SCRIPT_CODES,
  tests: TESTS_CODES,
} as const;

export type CheckGroup = keyof typeof CHECK_CODES;
export type CodeOf<G extends CheckGroup> = keyof (typeof CHECK_CODES)[G];

const DIAGNOSTIC_CODES = {
  ...LANGUAGE_CODES,
  ...CENTRE_CODES,
  ...CAMPAIGN_CODES,
  ...RULE_CODES,
  ...IVR_CODES,
  ...SCRIPT_CODES,
  ...TESTS_CODES,
};
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

/** A diagnostic of a listed code; the remedy is the code's own unless a better one is at hand. */
export function diagnostic(
  code: DiagnosticCode,
  at: Position,
  message: string,
  remedy: string = DIAGNOSTIC_CODES[code].remedy,
): Diagnostic {
  return { code, severity: DIAGNOSTIC_CODES[code].severity, message, remedy, at };
}
