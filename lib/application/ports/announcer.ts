/** Tells connected pages something; nothing is kept for those who are away. */
export interface Announcer {
  /** gone: nobody is there any more. */
  tell(connection: string, text: string): Promise<'told' | 'gone'>;
}
