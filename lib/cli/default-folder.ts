// The contact centre that commands use unless another is named.

export const DEFAULT_FOLDER = 'examples/clinic-recall';

/** What `npx cdk deploy --all` deploys, by cdk.json and bin/app.ts. */
export const DEPLOYED_FOLDER = 'examples/dental-recall';
export const DEFAULT_NAME = 'ringback';
