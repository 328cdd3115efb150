// Why something that somebody asked for cannot be tried: values, said in the reader's language elsewhere.

/** The options of the question. */
export type Asked = 'growth' | 'price' | 'key' | 'volume';

/** What a name is of. */
export type Named = 'year' | 'nature' | 'service' | 'level' | 'driver' | 'entry' | 'place';

export type Problem =
  /** Not written as the option is. */
  | { readonly problem: 'form'; readonly asked: Asked; readonly text: string }
  /** No such name; `known` are those there are, `of` what they are of (the service of a level, the driver of an entry). */
  | {
      readonly problem: 'unknown';
      readonly what: Named;
      readonly name: string;
      readonly of?: string;
      readonly known: readonly string[];
    }
  /** A name that stands for several; `known` are the whole names. */
  | {
      readonly problem: 'several';
      readonly name: string;
      readonly of: string;
      readonly known: readonly string[];
    }
  /** The driver is not stated anywhere: it is computed from volumes or amounts, or is the same for all. */
  | { readonly problem: 'not-stated'; readonly driver: string }
  /** A share outside 0 to 100 per cent. */
  | { readonly problem: 'share'; readonly driver: string; readonly name: string }
  /** No other has a share, so there is no one to give the rest to or take it from. */
  | { readonly problem: 'only-share'; readonly driver: string; readonly name: string };

/** True for a value that is a problem. */
export const isProblem = (value: object): value is Problem => 'problem' in value;
