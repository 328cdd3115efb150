// The analytical engine: DuckDB in process and in memory, over Parquet and over files as delivered.

import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

export type SqlRow = { readonly [column: string]: DuckDBValue };

/** Owns one in-memory DuckDB and its connection; close it when done. Integers of 64 bits and more arrive as bigint. */
export class Db {
  readonly connection: DuckDBConnection;
  private readonly instance: DuckDBInstance;
  private readonly ownsInstance: boolean;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, ownsInstance = true) {
    this.instance = instance;
    this.connection = connection;
    this.ownsInstance = ownsInstance;
  }

  /** `threads` and `memoryLimit` ("2GB") bound the engine; results never depend on them. */
  static async open(options: { threads?: number; memoryLimit?: string } = {}): Promise<Db> {
    const settings: Record<string, string> = {};
    if (options.threads) settings['threads'] = String(options.threads);
    if (options.memoryLimit) settings['memory_limit'] = options.memoryLimit;
    const instance = await DuckDBInstance.create(':memory:', settings);
    return new Db(instance, await instance.connect());
  }

  /** Runs a statement for its effect. */
  async run(sql: string, parameters: readonly DuckDBValue[] = []): Promise<void> {
    await this.connection.run(sql, [...parameters]);
  }

  /** Runs a statement and reads all of its rows: for what has been reduced, never for a whole register. */
  async rows<R = SqlRow>(
    sql: string,
    parameters: readonly DuckDBValue[] | Readonly<Record<string, DuckDBValue>> = [],
  ): Promise<R[]> {
    const values = Array.isArray(parameters) ? [...parameters] : { ...parameters };
    const reader = await this.connection.runAndReadAll(
      sql,
      values as DuckDBValue[] | Record<string, DuckDBValue>,
    );
    return reader.getRowObjects() as R[];
  }

  /** A further connection to the same engine: its temporary tables are its own and vanish when it is closed. */
  async session(): Promise<Db> {
    return new Db(this.instance, await this.instance.connect(), false);
  }

  close(): void {
    this.connection.closeSync();
    if (this.ownsInstance) this.instance.closeSync();
  }
}
