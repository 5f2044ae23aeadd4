/** Whom a document is sent to, when it is asked for as an e-mail. */
export interface Envelope {
  /** null = whoever opens the draft. */
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** null = the document's title. */
  readonly subject: string | null;
  /** Send what is larger than most servers take. */
  readonly force: boolean;
  /** When a letter is sent, in milliseconds since 1970; null for a draft, which has no date yet. */
  readonly sent: number | null;
}

export interface Address {
  /** As shown, or ''. */
  readonly name: string;
  /** `local@domain`, ASCII. */
  readonly mailbox: string;
}
