// What the world outside can do to us: a folder that is not there, a disk that is full, a file nobody may read.

/**
 * Trouble with the workspace on disk, told to people: what, where, and how to put it right. Never used for wrong data
 * (that is a finding) nor for a wrong program (that is an assertion).
 */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room and try again',
  EACCES: 'access was denied: check who may read and write there',
  EPERM: 'access was denied: check who may read and write there',
  EROFS: 'the disk can only be read',
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'part of the path is a file, not a folder',
  EMFILE: 'too many files are open: close other programs and try again',
};

/** "Could not write registers/ab12: the disk is full: make room and try again." Keeps the first error as its cause. */
export function workspaceError(attempt: string, cause: unknown): WorkspaceError {
  if (cause instanceof WorkspaceError) return cause;
  const code = codeOf(cause);
  const known = CAUSES[code];
  const detail = known ?? (code ? `the system says ${code}` : 'it did not work');
  return new WorkspaceError(`Could not ${attempt}: ${detail}.`, { cause });
}

/** The system's code; the engine tells a full disk in words only. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause) return String(cause.code);
  return /no space left/i.test(cause.message) ? 'ENOSPC' : '';
}

/** Does `work` on the disk; whatever fails there becomes a WorkspaceError that says what was attempted. */
export async function onDisk<T>(attempt: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw workspaceError(attempt, error);
  }
}
