// Packed stores: what is appended to them stays as it was and in its order, and they go with their session.

import { describe, expect, it } from 'vitest';
import { Db } from './db.ts';

const stores = async (db: Db): Promise<string[]> => {
  const rows = await db.rows<{ name: string }>(
    `select database_name as name from duckdb_databases() where database_name like 'packed%' order by name`,
  );
  return rows.map(({ name }) => name);
};

describe('openPacked', () => {
  it('keeps rows and their order through packing, in less memory', async () => {
    const db = await Db.open({ threads: 1 });
    const count = 300_000;
    const bytes: bigint[] = [];
    for (const isPacked of [false, true]) {
      const store = isPacked ? await db.openPacked() : 'memory';
      await db.run(`create table ${store}.numbers (n bigint)`);
      const appender = await db.connection.createAppender('numbers', 'main', store);
      for (let i = 0; i < count; i++) {
        appender.appendBigInt(BigInt((i * 7919) % count));
        appender.endRow();
      }
      appender.closeSync();
      if (isPacked) await db.run(`checkpoint ${store}`);
      const [memory] = await db.rows<{ bytes: bigint }>(
        'select sum(memory_usage_bytes)::bigint as bytes from duckdb_memory()',
      );
      bytes.push(memory!.bytes);
      const [first, second] = await db.rows<{ n: bigint }>(`from ${store}.numbers limit 2`);
      expect([first?.n, second?.n]).toEqual([0n, 7919n]);
      const [kept] = await db.rows(
        `select bool_and(n = (rowid * 7919) % ${count}) as same, count(*) as rows from ${store}.numbers`,
      );
      expect(kept).toEqual({ same: true, rows: BigInt(count) });
      if (!isPacked) await db.run('drop table memory.numbers');
    }
    expect(Number(bytes[1])).toBeLessThan(Number(bytes[0]));
    db.close();
  });

  it('is gone when a further one is opened after its session was closed', async () => {
    const db = await Db.open({ threads: 1 });
    const [one, two] = [await db.session(), await db.session()];
    const names = [await one.openPacked(), await two.openPacked()];
    expect(await stores(db)).toEqual(names);
    one.close();
    const third = await two.openPacked();
    expect(await stores(db)).toEqual([names[1], third]);
    two.close();
    db.close();
  });
});
