// Archives larger than 4 GB keep their sizes and places in Zip64 fields; here such fields stand in a small one.

const LONG = 0xffffffff;

/** The archive of one file with all sizes and places of its directory moved into Zip64 fields. */
export function asZip64(zip: Buffer): Buffer {
  const end = zip.length - 22;
  const [length, start] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
  const entry = Buffer.from(zip.subarray(start, start + length));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [i, at] of [24, 20, 42].entries()) {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(at)), 4 + 8 * i);
    entry.writeUInt32LE(LONG, at);
  }
  entry.writeUInt16LE(extra.length, 30);
  const directory = Buffer.concat([entry, extra]);
  const record = Buffer.alloc(56);
  record.write('PK\u0006\u0006', 'latin1');
  for (const at of [24, 32]) record.writeBigUInt64LE(1n, at);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 'latin1');
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  const tail = Buffer.from(zip.subarray(end));
  for (const at of [8, 10]) tail.writeUInt16LE(0xffff, at);
  tail.writeUInt32LE(LONG, 12);
  tail.writeUInt32LE(LONG, 16);
  return Buffer.concat([zip.subarray(0, start), directory, record, locator, tail]);
}
