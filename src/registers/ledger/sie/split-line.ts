// One line of a SIE file in its parts: a label, fields between blanks or tabs, quoted where they hold blanks, and a list
// of dimensions and objects in braces. Source: SIE file format 4B (2008-09-30), chapter 5.

/** A line that begins with "#". Fields are still bytes as characters; `decode` of the file makes them text. */
export type SieLine = {
  /** In capitals with its "#": "#TRANS". */
  readonly label: string;
  /** The fields in order, without quotation marks and without the object list. */
  readonly fields: readonly string[];
  /** What stands in braces: dimension, object, dimension, object …; undefined where the line has none. */
  readonly objects?: readonly string[];
  /** A quotation mark or brace that is opened and not closed on the line. */
  readonly isOpen: boolean;
};

const [TAB, SPACE, QUOTE, BACKSLASH, OPEN, CLOSE] = [9, 32, 34, 92, 123, 125];

/**
 * `#TRANS 3010 {1 "10"} -50.00 "" "a \"b\""` → label #TRANS, fields 3010, -50.00, "" and a "b", objects 1 and 10.
 * A quotation mark within a field that does not begin with one is a character like any other.
 */
export function splitLine(line: string): SieLine {
  const fields: string[] = [];
  let objects: string[] | undefined;
  let list = fields;
  let at = 0;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === SPACE || code === TAB) at += 1;
    else if (code === OPEN && objects === undefined) {
      objects = [];
      list = objects;
      at += 1;
    } else if (code === CLOSE && list !== fields) {
      list = fields;
      at += 1;
    } else if (code === QUOTE) {
      const end = endOfQuoted(line, at + 1);
      list.push(withoutEscapes(line.slice(at + 1, end)));
      if (end >= line.length) return lineOf(fields, objects, true);
      at = end + 1;
    } else {
      const end = endOfPlain(line, at + 1, list !== fields);
      list.push(line.slice(at, end));
      at = end;
    }
  }
  return lineOf(fields, objects, list !== fields);
}

function lineOf(parts: readonly string[], objects: readonly string[] | undefined, isOpen: boolean): SieLine {
  const [label = '', ...fields] = parts;
  return { label: label.toUpperCase(), fields, ...(objects && { objects }), isOpen };
}

/** Where the closing quotation mark stands; the length of the line where there is none. */
function endOfQuoted(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at > from && line.charCodeAt(at - 1) === BACKSLASH) at = line.indexOf('"', at + 1);
  return at < 0 ? line.length : at;
}

/** A field without quotation marks ends at a blank, at the brace that begins a list, or in one at its end or a mark. */
function endOfPlain(line: string, from: number, inList: boolean): number {
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === SPACE || code === TAB || (inList ? code === CLOSE || code === QUOTE : code === OPEN)) break;
    at += 1;
  }
  return at;
}

const withoutEscapes = (text: string): string => (text.includes('\\"') ? text.replaceAll('\\"', '"') : text);
