// The analytical engine: DuckDB in process and in memory, over Parquet and over files as delivered.

import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

export type SqlRow = { readonly [column: string]: DuckDBValue };

/** Packed stores of an engine: how many were opened, and those whose session is closed. */
type PackedStores = { opened: number; readonly abandoned: string[] };

/** Owns one in-memory DuckDB and its connection; close it when done. Integers of 64 bits and more arrive as bigint. */
export class Db {
  readonly connection: DuckDBConnection;
  private readonly instance: DuckDBInstance;
  private readonly ownsInstance: boolean;
  private readonly packed: PackedStores;
  private readonly ownPacked: string[] = [];

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, packed?: PackedStores) {
    this.instance = instance;
    this.connection = connection;
    this.ownsInstance = packed === undefined;
    this.packed = packed ?? { opened: 0, abandoned: [] };
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
    return new Db(this.instance, await this.instance.connect(), this.packed);
  }

  /**
   * A store in memory for a long table, of which only what was appended since the last `checkpoint` stands unpacked: a
   * ledger's postings then take some 5 bytes each instead of 43. Gives its name; it lasts as long as this session.
   */
  async openPacked(): Promise<string> {
    for (const name of this.packed.abandoned.splice(0)) await this.run(`detach ${name}`);
    this.packed.opened += 1;
    const name = `packed_${this.packed.opened}`;
    await this.run(`attach ':memory:' as ${name} (compress)`);
    this.ownPacked.push(name);
    return name;
  }

  close(): void {
    this.packed.abandoned.push(...this.ownPacked.splice(0));
    this.connection.closeSync();
    if (this.ownsInstance) this.instance.closeSync();
  }
}
