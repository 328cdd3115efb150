// The table of volumes that a first model is made from: what is read, and what is said about a bad one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFinding } from '../../findings/finding.ts';
import { readVolumes } from './read-volumes.ts';

const read = (text: string) => readVolumes(new TextEncoder().encode(text), 'volumes.csv');

describe('a table of volumes', () => {
  it.each([
    'service;measure;quantity;functions\ninstitution;day;78840,5;253 261\n',
    'service,measure,quantity,functions\ninstitution,days,78840.5,253 261\n',
    '\ufeffTjeneste;Enhet;Mengde;Funksjoner\r\n"institution";"døgn";"78840,5";"253, 261"\r\n\r\n',
    'quantity\tfunctions\tservice\tmeasure\n78840,5\t253/261\tinstitution\tDag\n',
  ])('%j', (text) => {
    const table = read(text);
    expect(table).toMatchObject({
      rows: [{ service: 'institution', measure: 'day', functions: ['253', '261'] }],
      decimal: text.includes('78840,5') ? ',' : '.',
    });
  });

  it('names the columns as the file does', () => {
    expect(read('Tjeneste;Enhet;Antall;Funksjon\nx;stk;1;201\n')).toMatchObject({
      columns: { service: 'Tjeneste', quantity: 'Antall' },
    });
  });

  it.each([
    ['', 'volumes.csv, row 1: the table is empty. Row 1 names the columns.'],
    [
      'service;measure;quantity;functions\n',
      'volumes.csv, row 2: the table has a header and no rows. Write a row for each service, such as institution;day;78840;253 261.',
    ],
    [
      'service;measure;number;functions\nx;y;1;2\n',
      'volumes.csv, row 1: there is no column "quantity" among "service", "measure", "number", "functions". The header is service;measure;quantity;functions, such as institution;day;78840;253 261.',
    ],
    [
      'service;measure;quantity;functions\n\nx;;1;2\n',
      'volumes.csv, row 3, column measure: the measure is missing. Fill it in, or take the row out.',
    ],
    [
      'service;measure;quantity;functions\n"x;y;1;2\n',
      'volumes.csv, row 2: a quotation mark is not closed, or stands inside a cell. Put the whole cell in "…", and write " as "".',
    ],
    [
      'service;measure;quantity;functions\nx;y;1\n',
      'volumes.csv, row 2: the row has 3 cells, the header 4. Give every row a cell for each column.',
    ],
  ])('%j → %s', (text, expected) => {
    const table = read(text);
    expect('findings' in table ? table.findings.map(describeFinding) : []).toContain(expected);
  });

  it('gives rows or findings, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const table = readVolumes(bytes, 'volumes.csv');
        expect('findings' in table ? table.findings.length : table.rows.length).toBeGreaterThan(0);
      }),
    );
  });
});
