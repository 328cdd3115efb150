// Service codes of the national registers of care, each with the id that stands for it where the model names no other.
// Dated lists with their sources; field by field in docs/formats.md.

/** A register's codes, each to the id of a service. */
export type CareCodes = {
  readonly name: string;
  readonly source: string;
  readonly codes: ReadonlyMap<string, string>;
};

/** The registers whose codes a source may name. */
export type CareRegister = 'kpr' | 'sol' | 'lss' | 'fsiii';
export const CARE_REGISTERS: readonly CareRegister[] = ['kpr', 'sol', 'lss', 'fsiii'];

/** Names as they stand in running text and at the start of a cell. */
const inEitherCase = (names: readonly (readonly [string, string])[]): Map<string, string> =>
  new Map(
    names.flatMap(([name, id]): [string, string][] => [
      [name, id],
      [name.charAt(0).toUpperCase() + name.slice(1), id],
    ]),
  );

const KPR: CareCodes = {
  name: 'KPR (Norway)',
  source: 'Norwegian register of municipal health and care services, service types, as of 2025',
  codes: new Map([
    ['1', 'practical-assistance'],
    ['2', 'practical-training'],
    ['3', 'personal-assistance'],
    ['4', 'day-activity'],
    ['5', 'meals'],
    ['6', 'alarm'],
    ['7', 'respite'],
    ['8', 'respite-institution'],
    ['9', 'support-contact'],
    ['11', 'care-benefit'],
    ['15', 'home-nursing'],
    ['17', 'day-stay'],
    ['18', 'time-limited-treatment'],
    ['19', 'time-limited-rehabilitation'],
    ['20', 'time-limited-other'],
    ['21', 'long-stay'],
    ['22', 'night-stay'],
    ['29', 'housing'],
  ]),
};

const LSS: CareCodes = {
  name: 'LSS (Sweden)',
  source:
    'Act (1993:387) on support and service, section 9, points 2 to 10, as the yearly statistics count them',
  codes: new Map([
    ['2', 'personal-assistance'],
    ['3', 'escort'],
    ['4', 'contact-person'],
    ['5', 'relief'],
    ['6', 'short-stay'],
    ['7', 'short-supervision'],
    ['8', 'housing-children'],
    ['9', 'housing-adults'],
    ['10', 'daily-activity'],
  ]),
};

const SOL: CareCodes = {
  name: 'monthly statistics under the Social Services Act (Sweden)',
  source: 'Services of the monthly statistics by their names; they carry no codes of their own',
  codes: inEitherCase([
    ['hemtjänst', 'home-care'],
    ['särskilt boende', 'special-housing'],
    ['trygghetslarm', 'alarm'],
    ['matdistribution', 'meals'],
    ['korttidsplats', 'short-stay'],
    ['dagverksamhet', 'day-activity'],
    ['ledsagning', 'escort'],
    ['avlösning', 'relief'],
    ['kontaktperson', 'contact-person'],
  ]),
};

const FSIII: CareCodes = {
  name: 'FSIII (Denmark)',
  source: 'Common language III of the Danish municipalities: groups of deliveries',
  codes: new Map(),
};

/** The codes of a register. */
export const careCodes = (register: CareRegister): CareCodes =>
  ({ kpr: KPR, sol: SOL, lss: LSS, fsiii: FSIII })[register];
