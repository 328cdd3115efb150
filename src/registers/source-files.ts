// Which files on disk a source of the model means: paths, or patterns in which * stands for any text within a name.

import { readdirSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { closest } from 'fastest-levenshtein';
import type { Finding } from '../findings/finding.ts';
import type { Location } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';

/** Paths relative to the workspace, each once, in order, with "/" between folders. */
export type SourceFiles = { readonly files: readonly string[]; readonly findings: readonly Finding[] };

/** Finds the files of a source; a pattern that matches none is a finding with the nearest file that is there. */
export function sourceFiles(
  workspaceDir: string,
  source: { readonly files: readonly string[]; readonly at: Location },
): SourceFiles {
  const found = source.files.map((pattern) => ({ pattern, files: matching(workspaceDir, pattern) }));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))].sort(byKey),
    findings: found
      .filter(({ files }) => files.length === 0)
      .map(({ pattern }) => noFile(workspaceDir, pattern, source.at)),
  };
}

function matching(workspaceDir: string, pattern: string): string[] {
  const path = posix.normalize(pattern.replaceAll('\\', '/'));
  const start = path.startsWith('/') ? ['/'] : [''];
  const parts = path.split('/').filter((part) => part !== '');
  const paths = parts.reduce(
    (before, part) => before.flatMap((folder) => step(workspaceDir, folder, part)),
    start,
  );
  return paths.filter((file) => statOf(workspaceDir, file)?.isFile());
}

/** The paths that a folder and one more part of a pattern lead to. */
function step(workspaceDir: string, folder: string, part: string): string[] {
  if (!part.includes('*')) return [posix.join(folder, part)];
  const name = new RegExp(
    `^${part
      .split('*')
      .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );
  return namesIn(workspaceDir, folder)
    .filter((entry) => name.test(entry) && (part.startsWith('.') || !entry.startsWith('.')))
    .map((entry) => posix.join(folder, entry));
}

const statOf = (workspaceDir: string, path: string) =>
  statSync(resolve(workspaceDir, path), { throwIfNoEntry: false });

function namesIn(workspaceDir: string, folder: string): string[] {
  return statOf(workspaceDir, folder)?.isDirectory() ? readdirSync(resolve(workspaceDir, folder)) : [];
}

function noFile(workspaceDir: string, pattern: string, at: Location): Finding {
  const folder = posix.dirname(pattern.replaceAll('\\', '/'));
  const there = folder.includes('*') ? [] : namesIn(workspaceDir, folder).sort(byKey);
  const nearest = there.length > 0 ? posix.join(folder, closest(posix.basename(pattern), there)) : undefined;
  return {
    rule: 'import/no-such-file',
    severity: 'error',
    message: pattern.includes('*') ? `No file matches ${pattern}.` : `There is no file ${pattern}.`,
    remedy: nearest
      ? `The nearest name there is ${nearest}; correct the name at the source, or put the file there.`
      : `Correct the name at the source, or put the file there.`,
    where: { file: at.file, line: at.line, position: at.column },
  };
}
