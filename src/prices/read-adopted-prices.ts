// Reads prices/<year>.yaml back: every price exact, and every mistake of a hand that edited it with its line.

import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Finding } from '../findings/finding.ts';
import { type Fraction, fraction, multiply, parseFraction } from '../money/fraction.ts';
import type { AdoptedPrices } from '../tables/prices.ts';

type Adopted = { readonly values?: AdoptedPrices; readonly findings: Finding[] };

/**
 * The adopted prices in `text`, which stands in `file`. Without values when anything is wrong; all that is wrong is
 * told at once, each with line and column.
 */
export function readAdoptedPrices(text: string, file: string): Adopted {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  const findings: Finding[] = [];
  const wrong = (offset: number, message: string, remedy: string): void => {
    const { line, col } = lines.linePos(offset);
    findings.push({
      rule: 'prices/adopted-file',
      severity: 'error',
      message,
      remedy,
      where: { file, line: Math.max(line, 1), position: Math.max(col, 1) },
    });
  };
  for (const { pos, message } of document.errors)
    wrong(pos[0], message.split('\n')[0] ?? message, 'Correct it, or adopt the prices again.');
  if (findings.length > 0) return { findings };
  if (!isMap(document.contents)) {
    wrong(0, 'the file holds no prices', 'Adopt the prices again.');
    return { findings };
  }
  const values = readList(new Reader(document.contents, wrong));
  return findings.length > 0 ? { findings } : { values, findings };
}

type Wrong = (offset: number, message: string, remedy: string) => void;

/** Reads the fields of one map of the file; what is missing or malformed is told and stands in as an empty value. */
class Reader {
  readonly #map: YAMLMap;
  readonly #wrong: Wrong;

  constructor(map: YAMLMap, wrong: Wrong) {
    this.#map = map;
    this.#wrong = wrong;
  }

  #at(key: string): number {
    const node = this.#map.get(key, true) as Node | undefined;
    return node?.range?.[0] ?? this.#map.range?.[0] ?? 0;
  }

  text(key: string, fallback?: string): string {
    const node = this.#map.get(key, true);
    if (node === undefined && fallback !== undefined) return fallback;
    if (isScalar(node) && typeof node.value === 'string' && (node.value !== '' || fallback !== undefined))
      return node.value;
    this.#wrong(this.#at(key), `"${key}" is missing`, `Write ${key}: as adopting wrote it.`);
    return '';
  }

  matching(key: string, pattern: RegExp, example: string): string {
    const text = this.text(key);
    if (text !== '' && !pattern.test(text))
      this.#wrong(this.#at(key), `${key}: "${text}" is not as expected`, `Write it as ${example}.`);
    return text;
  }

  year(key: string): number {
    return Number(this.matching(key, /^\d{4}$/, '2026'));
  }

  /** Øre from kroner with at most two decimals. */
  kroner(key: string): bigint {
    const text = this.matching(key, /^-?\d+(\.\d{1,2})?$/, '918.00');
    const value = parseFraction(text);
    return value ? multiply(value, fraction(100n)).num : 0n;
  }

  exact(): Fraction {
    const text = this.matching('exact', /^-?\d+\/0*[1-9]\d*$/, '91771/1, øre as a fraction');
    const [num, den] = /^(-?\d+)\/(0*[1-9]\d*)$/.exec(text)?.slice(1) ?? [];
    return fraction(BigInt(num ?? 0), BigInt(den ?? 1));
  }

  list<T>(key: string, read: (reader: Reader) => T): T[] {
    const node = this.#map.get(key, true);
    if (!isSeq(node)) {
      this.#wrong(
        this.#at(key),
        `"${key}" is not a list`,
        `Write ${key}: as adopting wrote it, [] if empty.`,
      );
      return [];
    }
    return node.items.flatMap((item) => {
      if (isMap(item)) return [read(new Reader(item, this.#wrong))];
      const at = (item as Node | null)?.range?.[0] ?? this.#at(key);
      this.#wrong(at, `an entry of "${key}" is not a map`, 'Write it as adopting wrote it.');
      return [];
    });
  }
}

function readList(reader: Reader): AdoptedPrices {
  return {
    priceYear: reader.year('year'),
    costYear: reader.year('cost-year'),
    adopted: reader.matching('adopted', /^\d{4}-\d{2}-\d{2}$/, '2025-12-11'),
    run: reader.text('run'),
    prices: reader.list('prices', (entry) => ({
      kind:
        entry.matching('kind', /^(financing|full-cost)$/, 'financing or full-cost') === 'full-cost'
          ? 'full-cost'
          : 'financing',
      service: entry.text('service'),
      level: entry.text('level', ''),
      measure: entry.text('measure'),
      publishedOre: entry.kroner('price'),
      exact: entry.exact(),
    })),
    baseGrants: reader.list('base-grants', (entry) => ({
      unit: entry.text('unit', ''),
      publishedOre: entry.kroner('amount'),
      exact: entry.exact(),
    })),
    supplements: reader.list('supplements', (entry) => ({
      name: entry.text('name'),
      service: entry.text('service'),
      unit: entry.text('unit'),
      amount: entry.exact(),
    })),
  };
}
