// Rules of SES for received e-mails that store them in S3.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { boolean, ignored, json, resourceKind } from '../template/resource-kind.ts';

/** AWS::SES::ReceiptRuleSet. On AWS somebody activates it; here it is active. */
export const sesReceiptRuleSet = resourceKind(
  z.strictObject({ RuleSetName: z.string().optional(), ...ignored('Tags') }),
  ({ properties, generatedName }) => ({
    ref: properties.RuleSetName ?? generatedName.slice(0, 64),
  }),
);

const S3Action = z.strictObject({
  BucketName: z.string(),
  ObjectKeyPrefix: z.string().default(''),
});

/** AWS::SES::ReceiptRule with actions that store in S3. */
export const sesReceiptRule = resourceKind(
  z.strictObject({
    RuleSetName: z.string(),
    Rule: z.strictObject({
      Name: z.string().optional(),
      Enabled: boolean.default(false),
      Recipients: z.array(z.string()).default([]),
      ScanEnabled: boolean.default(false),
      Actions: z.array(z.record(z.string(), json)),
      ...ignored('TlsPolicy'),
    }),
  }),
  ({ cloud, properties, generatedName }) => {
    const { RuleSetName: ruleSet, Rule } = properties;
    const { Name: name = generatedName, Enabled, Recipients, ScanEnabled: isScanned } = Rule;
    for (const action of Rule.Actions) {
      const [kind = 'none'] = Object.keys(action);
      if (kind !== 'S3Action') throw new NotEmulated(`SES receipt action '${kind}'`);
      const { BucketName: bucket, ObjectKeyPrefix: prefix } = S3Action.parse(action.S3Action);
      if (!Enabled) continue;
      const recipients = Recipients.map((one) => one.toLowerCase());
      cloud.receiptRules.push({ ruleSet, name, recipients, bucket, prefix, isScanned });
    }
    return { ref: name };
  },
);
