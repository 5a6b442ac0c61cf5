/** Which state of the files of a centre is deployed. */
export interface DeployedFiles {
  /** Of all definitions: the same content, the same version. */
  readonly version: string;
  /** The last commit that changed the folder; missing when it is in no repository of git. */
  readonly commit?: {
    readonly id: string;
    /** ISO 8601. */
    readonly at: string;
    /** There were changes that are not in it. */
    readonly changed: boolean;
  };
}
