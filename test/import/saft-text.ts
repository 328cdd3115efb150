// A small SAF-T file as text, for tests that change one thing in it.

import { crc32, deflateRawSync } from 'node:zlib';

export type SampleLine = {
  readonly account?: string;
  readonly debit?: string;
  readonly credit?: string;
  /** Type, id and the amount where the line is divided. */
  readonly analyses?: readonly (readonly [type: string, id: string, amount?: string])[];
};

export const line = ({ account = '5010', debit, credit, analyses = [] }: SampleLine): string =>
  [
    `<Line><RecordID>1</RecordID>${account === '' ? '' : `<AccountID>${account}</AccountID>`}`,
    ...analyses.map(
      ([type, id, amount]) =>
        `<Analysis><AnalysisType>${type}</AnalysisType><AnalysisID>${id}</AnalysisID>${amount === undefined ? '' : `<AnalysisAmount><Amount>${amount}</Amount></AnalysisAmount>`}</Analysis>`,
    ),
    '<SourceDocumentID>17</SourceDocumentID><Description>Kari Nordmann</Description>',
    debit === undefined ? '' : `<DebitAmount><Amount>${debit}</Amount></DebitAmount>`,
    credit === undefined ? '' : `<CreditAmount><Amount>${credit}</Amount></CreditAmount>`,
    '</Line>',
  ].join('');

export type SampleTransaction = {
  readonly period?: string;
  readonly year?: string;
  readonly date?: string;
  readonly lines: readonly SampleLine[];
};

/** A file of 2025 with these transactions; totals are those given. */
export function saftText(options: {
  readonly transactions: readonly SampleTransaction[];
  readonly entries: string;
  readonly debit: string;
  readonly credit?: string;
}): string {
  const transactions = options.transactions.map(
    ({ period = '3', year = '2025', date = '2025-03-31', lines }, i) =>
      `<Transaction><TransactionID>T${i + 1}</TransactionID><Period>${period}</Period><PeriodYear>${year}</PeriodYear><TransactionDate>${date}</TransactionDate>${lines.map(line).join('')}</Transaction>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<AuditFile xmlns="urn:StandardAuditFile-Taxation-Financial:NO">
<Header><AuditFileVersion>1.30</AuditFileVersion><Company><RegistrationNumber>999999999</RegistrationNumber><Name>Prøve</Name></Company>
<DefaultCurrencyCode>NOK</DefaultCurrencyCode>
<SelectionCriteria><PeriodStart>1</PeriodStart><PeriodStartYear>2025</PeriodStartYear><PeriodEnd>12</PeriodEnd><PeriodEndYear>2025</PeriodEndYear></SelectionCriteria></Header>
<MasterFiles><GeneralLedgerAccounts>
<Account><AccountID>5010</AccountID><AccountDescription>Lønn</AccountDescription><GroupingCategory>KA_K</GroupingCategory><GroupingCode>010</GroupingCode></Account>
<Account><AccountID>1920</AccountID><AccountDescription>Bank</AccountDescription><GroupingCategory>KA_K</GroupingCategory><GroupingCode>2.10</GroupingCode></Account>
<Account><AccountID>6300</AccountID><AccountDescription>Leie</AccountDescription></Account>
</GeneralLedgerAccounts>
<Customers><Customer><Name>Ola Nordmann</Name><AccountID>9999</AccountID></Customer></Customers>
<AnalysisTypeTable><AnalysisTypeTableEntry><AnalysisType>A</AnalysisType><AnalysisID>4710</AnalysisID></AnalysisTypeTableEntry><AnalysisTypeTableEntry><AnalysisType>F</AnalysisType><AnalysisID>254</AnalysisID></AnalysisTypeTableEntry></AnalysisTypeTable>
</MasterFiles>
<GeneralLedgerEntries><NumberOfEntries>${options.entries}</NumberOfEntries><TotalDebit>${options.debit}</TotalDebit><TotalCredit>${options.credit ?? options.debit}</TotalCredit>
<Journal><JournalID>GL</JournalID>
${transactions.join('\n')}
</Journal></GeneralLedgerEntries>
</AuditFile>
`;
}

/** Two balanced transactions, four lines, 1 500 kr. */
export const SAMPLE = {
  transactions: [
    {
      lines: [
        {
          debit: '1000.5',
          analyses: [
            ['A', '4710'],
            ['F', '254'],
          ],
        },
        { account: '1920', credit: '1000.50' },
      ],
    },
    {
      period: '04',
      lines: [
        { account: '6300', debit: '499.50', analyses: [['A', '4720']] },
        { account: '1920', credit: '499.5' },
      ],
    },
  ],
  entries: '2',
  debit: '1500',
} as const;

/** A zip archive of these files, deflated. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = deflateRawSync(bytes);
    const known = Buffer.alloc(26);
    known.writeUInt16LE(20, 0);
    known.writeUInt16LE(8, 4);
    known.writeUInt32LE(crc32(bytes), 10);
    known.writeUInt32LE(packed.length, 14);
    known.writeUInt32LE(bytes.length, 18);
    known.writeUInt16LE(Buffer.byteLength(name), 22);
    parts.push(Buffer.from('PK\u0003\u0004'), known, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), known, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length / 4, 4);
  end.writeUInt16LE(directory.length / 4, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listing, Buffer.from('PK\u0005\u0006'), end]);
}
