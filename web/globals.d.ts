// What the build puts into the pages (scripts/web.ts).

/** Path of the script that is the dry run. */
declare const DRY_RUN_WORKER: string;
