export interface Progress {
  readonly files: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
  /** Outcomes so far; more than files done while archives are read. */
  readonly read: number;
  /** Whether folders are still being walked, so that the totals may grow. */
  readonly looking: boolean;
}

/** Where every import starts. */
export const nothingYet: Progress = { files: 0, filesDone: 0, bytes: 0, bytesDone: 0, read: 0, looking: true };
