// How a command ends: the exit codes that scripts can rely on, and the one error that the door itself throws.

export const EXIT = {
  /** It worked. */
  done: 0,
  /** It worked, and something needs attention: the certificate does not hold, a price was refused, a check warns. */
  attention: 1,
  /** The command was not understood: unknown option, missing argument, no such figure. */
  usage: 2,
  /** The model or the data was refused; nothing was changed. */
  refused: 3,
  /** The world outside: no such folder, a full disk, a missing key. */
  outside: 4,
  /** A fault in the program. */
  fault: 70,
} as const;

/** Ends the command with a message for people and an exit code. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}
