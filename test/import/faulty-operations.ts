// The disk, but one operation goes wrong: it fails, the disk is full, half of the bytes arrive, or the program is killed
// there and does nothing more.

import { statSync, truncateSync } from 'node:fs';
import type { FileOperations } from '../../src/store/file-operations.ts';
import { DISK } from '../../src/store/file-operations.ts';

export type Fault = 'exception' | 'disk full' | 'short write' | 'killed';
export const FAULTS: readonly Fault[] = ['exception', 'disk full', 'short write', 'killed'];

/**
 * The disk with `fault` at its `at`-th operation (from 1); `count()` tells how many there were. A full disk and a short
 * write can only happen to operations that write, and only those are counted then.
 */
export function faultyOperations(
  fault: Fault,
  at: number,
): { readonly operations: FileOperations; readonly count: () => number } {
  let count = 0;
  const failsNow = (): boolean => {
    count += 1;
    return fault === 'killed' ? count >= at : count === at;
  };
  const failure = (): Error =>
    fault === 'disk full'
      ? Object.assign(new Error('no space'), { code: 'ENOSPC' })
      : new Error(`operation ${at} fails`);
  /** An operation that is done or not done. */
  const whole =
    <A extends unknown[], T>(operation: (...args: A) => Promise<T>, isWriting = false) =>
    async (...args: A): Promise<T> => {
      const canHappen = fault === 'exception' || fault === 'killed' || (fault === 'disk full' && isWriting);
      if (canHappen && failsNow()) throw failure();
      return operation(...args);
    };
  /** An operation that may be half done: then the file is cut to half its length, and only a short write is silent. */
  const divisible =
    <A extends unknown[]>(operation: (...args: A) => Promise<void>, pathOf: (...args: A) => string) =>
    async (...args: A): Promise<void> => {
      const fails = failsNow();
      if (fails && fault === 'exception') throw failure();
      await operation(...args);
      if (!fails) return;
      const path = pathOf(...args);
      truncateSync(path, statSync(path).size >> 1);
      if (fault !== 'short write') throw failure();
    };
  const operations: FileOperations = {
    makeFolder: whole(DISK.makeFolder, true),
    write: divisible(DISK.write, (path) => path),
    sync: whole(DISK.sync, true),
    rename: whole(DISK.rename, true),
    remove: whole(DISK.remove),
    size: whole(DISK.size),
    read: whole(DISK.read),
    digest: whole(DISK.digest),
    copyToParquet: divisible(DISK.copyToParquet, (_db, _select, path) => path),
  };
  return { operations, count: () => count };
}
