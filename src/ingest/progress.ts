export interface Progress {
  readonly files: number;
  readonly filesDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
  /** Outcomes so far; more than files done while archives are read. */
  readonly read: number;
  /** Whether folders are still being walked, so that the totals may grow. */
  readonly looking: boolean;
  /** Whether somebody had it pause. */
  readonly paused: boolean;
  /** How long there has been reading, pauses left out, in milliseconds. */
  readonly elapsed: number;
}

/** Where every import starts. */
export const nothingYet: Progress = {
  files: 0,
  filesDone: 0,
  bytes: 0,
  bytesDone: 0,
  read: 0,
  looking: true,
  paused: false,
  elapsed: 0,
};
