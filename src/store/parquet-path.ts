// A path is a path, also where a folder is called "2025 [draft]".

/** A path that the engine's read_parquet takes as it stands, not as a pattern: "a[1]" → "a[[]1]". */
export const parquetPath = (path: string): string => path.replace(/[*?[]/g, '[$&]');
