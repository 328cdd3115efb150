// The auditor of financing: a year of plain numbers, financed as the formulas are written, one unit and month at a time.
// It shares no code with the program, so that an error would have to be made twice, in two ways, to go unseen.

/** num / den, den > 0. */
export type Exact = { readonly num: bigint; readonly den: bigint };

export type PlainService = {
  readonly id: string;
  /** Parts in a measure. */
  readonly per: bigint;
  readonly isDay: boolean;
  /** Services of one group are looked at together for mix. */
  readonly group: string;
};
export type PlainPrices = {
  readonly from: number;
  /** "service/level" → øre per measure; "unit/service" → øre per measure; unit → øre a year. */
  readonly prices: ReadonlyMap<string, bigint>;
  readonly supplements: ReadonlyMap<string, Exact>;
  readonly base: ReadonlyMap<string, bigint>;
};
export type PlainOwn = {
  readonly service: string;
  readonly level: string;
  readonly parts: bigint;
  readonly hours: bigint | undefined;
  /** Grown cost by nature. */
  readonly costs: ReadonlyMap<string, Exact>;
};
export type PlainUnit = {
  readonly id: string;
  readonly isOwn: boolean;
  /** 13: never. */
  readonly reachedFrom: number;
  /** Frame rows: month 0 is the year. Undefined: no frame. */
  readonly frame: readonly (readonly [month: number, ore: bigint])[] | undefined;
  readonly volumes: readonly (readonly [
    key: string,
    month: number,
    parts: bigint,
    users: Exact | undefined,
  ])[];
  readonly quantities: readonly (readonly [
    key: string,
    month: number,
    state: string,
    parts: bigint,
    users: bigint,
  ])[];
  /** kind: wages, goods, income, premises (goods unless they are fixed) or fixed (a pool paid as base); nature; month; øre. */
  readonly expenses: readonly (readonly [kind: string, nature: string, month: number, ore: bigint])[];
  readonly hours: ReadonlyMap<number, bigint>;
  readonly places: ReadonlyMap<number, bigint>;
  readonly own: readonly PlainOwn[];
  /** Grown base cost; undefined: none. */
  readonly ownBase: Exact | undefined;
};
export type PlainYear = {
  readonly through: number;
  readonly weights: readonly bigint[];
  readonly services: readonly PlainService[];
  readonly periods: readonly PlainPrices[];
  readonly units: readonly PlainUnit[];
  /** The frame is F_B, not what `frame` of the units says. */
  readonly isFrameVoted: boolean;
  readonly basis: 'granted' | 'delivered' | 'lesser';
  readonly absence: ReadonlySet<string>;
  readonly empty: ReadonlyMap<string, Exact>;
  readonly floor: Exact | undefined;
  readonly ceiling: Exact | undefined;
  readonly transition: Exact | undefined;
  /** Nature → (1 + actual) ÷ (1 + assumed). */
  readonly turn: ReadonlyMap<string, Exact>;
  readonly fixed: ReadonlySet<string>;
};

/** What the auditor finds of a unit and month: øre, and lines by name. */
export type AuditedMonth = {
  readonly frame: bigint | undefined;
  readonly earned: bigint;
  readonly spent: bigint;
  readonly earnedLines: ReadonlyMap<string, bigint>;
  readonly activity: ReadonlyMap<string, bigint>;
  readonly efficiency: ReadonlyMap<string, bigint>;
};

// ---- exact numbers --------------------------------------------------------------------------------------------

export const exact = (num: bigint, den = 1n): Exact => {
  let [a, b] = [num < 0n ? -num : num, den < 0n ? -den : den];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = (a === 0n ? 1n : a) * (den < 0n ? -1n : 1n);
  return { num: num / divisor, den: den / divisor };
};
const NONE = exact(0n);
const plus = (...values: readonly Exact[]): Exact =>
  values.reduce((a, b) => exact(a.num * b.den + b.num * a.den, a.den * b.den), NONE);
const minus = (a: Exact, b: Exact): Exact => plus(a, exact(-b.num, b.den));
const times = (...values: readonly Exact[]): Exact =>
  values.reduce((a, b) => exact(a.num * b.num, a.den * b.den), exact(1n));
const over = (a: Exact, b: Exact): Exact => exact(a.num * b.den, a.den * b.num);
const isLess = (a: Exact, b: Exact): boolean => minus(a, b).num < 0n;
const half = ({ num, den }: Exact): bigint => {
  const size = ((num < 0n ? -num : num) * 2n + den) / (2n * den);
  return num < 0n ? -size : size;
};
const floor = ({ num, den }: Exact): bigint => (num >= 0n ? num / den : -((-num + den - 1n) / den));

/** Whole øre that sum to the total: one øre more to the largest remainders until it is reached. */
function together(lines: ReadonlyMap<string, Exact>, total: bigint): Map<string, bigint> {
  const sign = total < 0n ? -1n : 1n;
  const open = [...lines].map(([name, value]) => {
    const size = times(exact(sign), value);
    return { name, ore: floor(size), rest: minus(size, exact(floor(size))), isNothing: value.num === 0n };
  });
  const missing = (): bigint => sign * total - open.reduce((sum, { ore }) => sum + ore, 0n);
  const step = missing() < 0n ? -1n : 1n;
  open.sort((a, b) => {
    const difference = minus(b.rest, a.rest).num * step;
    if (difference !== 0n) return difference < 0n ? -1 : 1;
    return Number(a.isNothing) - Number(b.isNothing) || (a.name < b.name ? -1 : 1);
  });
  for (const line of open) if (missing() !== 0n) line.ore += step;
  return new Map(open.map(({ name, ore }) => [name, sign * ore]));
}

/** A whole amount by weights: largest remainder, January first among equals. */
function spread(total: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const named = new Map(weights.map((weight, i) => [String(i).padStart(2, '0'), exact(total * weight, all)]));
  const found = together(named, total);
  return weights.map((_, i) => found.get(String(i).padStart(2, '0'))!);
}

// ---- the year -------------------------------------------------------------------------------------------------

/** "unit/month" → what was found; a month that is neither reached nor framed is not there. */
export function audit(year: PlainYear): Map<string, AuditedMonth> {
  const found = new Map<string, AuditedMonth>();
  for (const unit of year.units) {
    let [earnedSoFar, votedSoFar, correctedSoFar] = [NONE, NONE, NONE];
    for (let month = 1; month <= year.through; month++) {
      const spent = unit.expenses.filter((e) => e[2] === month).reduce((sum, e) => sum + e[3], 0n);
      const facts = factsOf(year, unit, month);
      const frame = frameOf(year, unit, month, facts);
      const isReached = unit.reachedFrom <= month;
      if (unit.isOwn && !isReached && frame === undefined) continue;
      const earnedLines = new Map<string, Exact>();
      let terms = NONE;
      if (!unit.isOwn) earnedLines.set('purchase', exact(spent));
      else if (!isReached) earnedLines.set('frame', exact(frame!));
      else {
        earnedLines.set('base', exact(facts.base));
        for (const [name, value] of [...facts.priced, ...facts.standing]) earnedLines.set(name, value);
        const before = plus(...earnedLines.values());
        if (unit.volumes.length > 0) {
          earnedSoFar = plus(earnedSoFar, before);
          votedSoFar = plus(votedSoFar, facts.voted);
          let held = earnedSoFar;
          if (year.floor && isLess(held, times(year.floor, votedSoFar))) held = times(year.floor, votedSoFar);
          if (year.ceiling && isLess(times(year.ceiling, votedSoFar), held))
            held = times(year.ceiling, votedSoFar);
          const corrected = minus(held, earnedSoFar);
          earnedLines.set('limit', minus(corrected, correctedSoFar));
          correctedSoFar = corrected;
        }
        const limited = plus(...earnedLines.values());
        if (year.transition && frame !== undefined)
          earnedLines.set(
            'transition',
            times(minus(exact(1n), year.transition), minus(exact(frame), limited)),
          );
        terms = plus(earnedLines.get('limit') ?? NONE, earnedLines.get('transition') ?? NONE);
      }
      const earned = half(plus(...earnedLines.values()));
      const lines = { facts, terms, earned, spent, frame, isReached };
      found.set(`${unit.id}/${month}`, {
        ...{ frame, earned, spent, earnedLines: together(earnedLines, earned) },
        activity: activityOf(year, unit, lines),
        efficiency: efficiencyOf(year, unit, month, lines),
      });
    }
  }
  return found;
}

function frameOf(year: PlainYear, { id, frame, volumes }: PlainUnit, month: number, { voted }: Facts) {
  if (year.isFrameVoted)
    return volumes.length > 0 || year.periods.some(({ base }) => base.has(id)) ? half(voted) : undefined;
  return frame?.reduce(
    (sum, [at, ore]) => sum + (at === 0 ? spread(ore, year.weights)[month - 1]! : at === month ? ore : 0n),
    0n,
  );
}

type Row = { key: string; parts: bigint; users: Exact | undefined };
type Facts = {
  base: bigint;
  votedBase: bigint;
  /** F_B. */
  voted: Exact;
  budget: Row[];
  granted: Row[];
  paid: Row[];
  priced: Map<string, Exact>;
  standing: Map<string, Exact>;
  votedPrice: (key: string) => Exact;
  price: (key: string) => Exact;
  hasPrice: (row: Row) => boolean;
};

function factsOf(year: PlainYear, unit: PlainUnit, month: number): Facts {
  const inForce = year.periods.filter(({ from }) => from <= month).at(-1)!;
  const first = year.periods[0]!;
  const per = (key: string): bigint => year.services.find(({ id }) => id === key.split('/')[0])!.per;
  const priceIn = (list: PlainPrices, key: string): Exact | undefined => {
    const published = list.prices.get(key);
    const more = list.supplements.get(`${unit.id}/${key.split('/')[0]}`) ?? NONE;
    return published === undefined ? undefined : plus(exact(published), more);
  };
  // øre per part
  const price = (key: string): Exact => times(priceIn(inForce, key) ?? NONE, exact(1n, per(key)));
  const votedPrice = (key: string): Exact =>
    times(priceIn(first, key) ?? priceIn(inForce, key) ?? NONE, exact(1n, per(key)));
  const counted = (state: string): Row[] =>
    unit.quantities
      .filter((q) => q[1] === month && q[2] === state)
      .map((q) => ({ key: q[0], parts: q[3], users: q[4] > 0n ? exact(q[4]) : undefined }));
  const hasPrice = ({ key }: Row): boolean => priceIn(inForce, key) !== undefined;
  const budget = unit.volumes.flatMap(([key, at, parts, users]): Row[] => {
    const own = at === 0 ? spread(parts, year.weights)[month - 1]! : at === month ? parts : undefined;
    return own === undefined ? [] : [{ key, parts: own, users }];
  });
  const paid = counted(year.basis).filter(hasPrice);
  const priced = new Map<string, Exact>();
  for (const { key, parts } of paid) {
    priced.set(`price ${key}`, exact(inForce.prices.get(key)! * parts, per(key)));
    const more = inForce.supplements.get(`${unit.id}/${key.split('/')[0]}`);
    if (more) priced.set(`supplement ${key}`, times(more, exact(parts, per(key))));
  }
  const standing = new Map<string, Exact>();
  for (const { key, parts } of counted('absence'))
    if (year.absence.has(key.split('/')[0]!) && inForce.prices.has(key))
      standing.set(`absence ${key}`, exact(inForce.prices.get(key)! * parts, per(key)));
  for (const [key, parts] of emptyDays(year, unit, month, {
    delivered: counted('delivered'),
    away: counted('absence'),
  })) {
    const share = year.empty.get(key.split('/')[0]!)!;
    if (inForce.prices.has(key))
      standing.set(`empty-place ${key}`, times(share, exact(inForce.prices.get(key)! * parts, per(key))));
  }
  const votedBase = spread(first.base.get(unit.id) ?? 0n, year.weights)[month - 1]!;
  return {
    ...{ budget, paid, priced, standing, price, votedPrice, votedBase, hasPrice },
    base: spread(inForce.base.get(unit.id) ?? 0n, year.weights)[month - 1]!,
    voted: plus(exact(votedBase), ...budget.map(({ key, parts }) => times(votedPrice(key), exact(parts)))),
    granted: year.basis === 'lesser' ? counted('granted').filter(hasPrice) : paid,
  };
}

/** Place-days that nobody used or is paid for while away, divided as the used ones are, or as the cost year's. */
function emptyDays(
  year: PlainYear,
  unit: PlainUnit,
  month: number,
  { delivered, away }: { readonly delivered: readonly Row[]; readonly away: readonly Row[] },
): Map<string, bigint> {
  const open = unit.places.get(month);
  const isNamed = (key: string): boolean =>
    year.services.some(({ id, isDay }) => isDay && id === key.split('/')[0] && year.empty.has(id));
  const used = delivered.filter(({ key }) => isNamed(key));
  const usedParts = used.reduce((sum, { parts }) => sum + parts, 0n);
  const kept = away.filter(({ key }) => isNamed(key) && year.absence.has(key.split('/')[0]!));
  const taken = kept.reduce((sum, { parts }) => sum + parts, usedParts);
  if (open === undefined || open * 1000n <= taken) return new Map();
  const own = unit.own.map(({ service, level, parts }) => ({ key: `${service}/${level}`, parts }));
  const alike = (usedParts > 0n ? used : own.filter(({ key }) => isNamed(key))).filter(
    ({ parts }) => parts > 0n,
  );
  if (alike.length === 0) return new Map();
  const left = open * 1000n - taken;
  const all = alike.reduce((sum, { parts }) => sum + parts, 0n);
  return together(new Map(alike.map(({ key, parts }) => [key, exact(left * parts, all)])), left);
}

type Lines = {
  facts: Facts;
  terms: Exact;
  earned: bigint;
  spent: bigint;
  frame: bigint | undefined;
  isReached: boolean;
};

function activityOf(year: PlainYear, unit: PlainUnit, { facts, terms, earned, frame, isReached }: Lines) {
  const lines = new Map<string, Exact>();
  const put = (name: string, value: Exact): void => {
    lines.set(name, plus(lines.get(name) ?? NONE, value));
  };
  if (unit.isOwn && !isReached) return new Map<string, bigint>();
  const { price, votedPrice } = facts;
  const worth = (rows: readonly Row[]): Exact =>
    plus(...rows.map(({ key, parts }) => times(price(key), exact(parts))));
  const groups = [...new Set(year.services.map(({ group }) => group))];
  for (const group of groups) {
    const inGroup = ({ key }: Row): boolean =>
      year.services.some(({ id, group: own }) => own === group && id === key.split('/')[0]);
    const [budgeted, g, q] = [facts.budget, facts.granted, facts.paid].map((rows) =>
      rows.filter(inGroup),
    ) as [Row[], Row[], Row[]];
    const b = budgeted.filter(facts.hasPrice);
    const sum = (rows: readonly Row[]): Exact => exact(rows.reduce((all, { parts }) => all + parts, 0n));
    const users = (rows: readonly Row[]): Exact | undefined =>
      rows.every(({ parts, users: n }) => parts === 0n || n)
        ? plus(...rows.map((row) => row.users ?? NONE))
        : undefined;
    const [B, G, NB, NG] = [sum(b), sum(g), users(b), users(g)];
    put(
      'price-decision',
      plus(...budgeted.map(({ key, parts }) => times(minus(votedPrice(key), price(key)), exact(parts)))),
    );
    put('delivery-gap', minus(worth(g), worth(q)));
    if (B.num === 0n) {
      put('new-service', minus(worth(b), worth(g)));
      continue;
    }
    const mean = over(worth(b), B);
    if (G.num === 0n) {
      put(NB && NB.num > 0n && NG ? 'users' : 'volume', times(mean, B));
      put('mix', minus(NONE, worth(g)));
      continue;
    }
    put('mix', times(minus(mean, over(worth(g), G)), G));
    if (!NB || NB.num === 0n || !NG) put('volume', times(mean, minus(B, G)));
    else {
      put('users', times(mean, over(B, NB), minus(NB, NG)));
      put('quantity', times(mean, minus(over(B, NB), over(G, NG)), NG));
    }
  }
  const standing = unit.isOwn ? plus(...facts.standing.values()) : NONE;
  put('grant-terms', exact(facts.votedBase - facts.base));
  put('absence-and-empty', minus(NONE, standing));
  put('model-terms', minus(NONE, terms));
  const total = (frame ?? half(facts.voted)) - earned;
  if (!unit.isOwn) {
    const atPrice = plus(exact(facts.base), worth(facts.paid));
    if (facts.paid.length === 0 && facts.voted.num === 0n)
      return nonZero(together(new Map([['purchase-price', exact(total)]]), total));
    put('purchase-price', minus(atPrice, exact(earned)));
  }
  const hasGap = frame !== undefined && !year.isFrameVoted;
  put('frame-gap', hasGap ? minus(exact(frame), facts.voted) : NONE);
  return nonZero(together(lines, total));
}

function efficiencyOf(
  year: PlainYear,
  unit: PlainUnit,
  month: number,
  { facts, terms, earned, spent, isReached }: Lines,
) {
  const total = earned - spent;
  if (!unit.isOwn) return new Map<string, bigint>();
  const hasPrice = (key: string, at: number): boolean =>
    year.periods
      .filter(({ from }) => from <= at)
      .at(-1)!
      .prices.has(key);
  const counted = unit.quantities.filter((q) => q[1] <= year.through && hasPrice(q[0], q[1]));
  const isConcerned =
    unit.own.length > 0 ||
    unit.ownBase !== undefined ||
    year.periods.some(({ base }) => base.has(unit.id)) ||
    counted.length > 0 ||
    unit.volumes.some((v) => v[1] <= year.through && hasPrice(v[0], Math.max(v[1], 1)));
  if (isReached ? !isConcerned : !counted.some((q) => q[2] === year.basis))
    return nonZero(new Map([['outside', total]]));
  const standard = standardOf(year, unit, facts);
  const priced = plus(...facts.priced.values());
  const isWage = (nature: string): boolean => nature === 'wages';
  const isIncome = (nature: string): boolean => nature === 'income';
  const isGoods = (nature: string): boolean =>
    !isWage(nature) && !isIncome(nature) && !year.fixed.has(nature);
  const cost = (which: (nature: string) => boolean): Exact =>
    plus(...[...standard.costs].filter(([nature]) => which(nature)).map(([, value]) => value));
  const kindOf = (kind: string): string =>
    kind !== 'premises' ? kind : year.fixed.has(kind) ? 'fixed' : 'goods';
  const ofKind = (kind: string) => unit.expenses.filter((e) => kindOf(e[0]) === kind && e[2] === month);
  const posted = (kind: string): Exact => exact(ofKind(kind).reduce((sum, e) => sum + e[3], 0n));
  const ownFixed = plus(
    ...unit.own.flatMap(({ parts, costs }) =>
      parts === 0n ? [] : [...costs].filter(([n]) => year.fixed.has(n)).map(([, v]) => v),
    ),
  );
  const planYear = half(plus(unit.ownBase ?? exact(year.periods[0]!.base.get(unit.id) ?? 0n), ownFixed));
  const plan = plus(exact(spread(planYear, year.weights)[month - 1]!), standard.commonFixed);
  const lines = new Map<string, Exact>();
  lines.set(
    'starting-position',
    minus(
      priced,
      cost(() => true),
    ),
  );
  const [W, H, H0] = [posted('wages'), unit.hours.get(month), standard.hours];
  if (H === undefined || H === 0n || !H0 || H0.num === 0n) lines.set('wages', minus(cost(isWage), W));
  else {
    const w0 = over(cost(isWage), H0);
    const turned = times(w0, year.turn.get('wages') ?? exact(1n));
    lines.set('wage-growth', times(minus(w0, turned), exact(H)));
    lines.set('wage-composition', times(minus(turned, over(W, exact(H))), exact(H)));
    lines.set('usage', times(w0, minus(H0, exact(H))));
  }
  const asAssumed = plus(...ofKind('goods').map((e) => over(exact(e[3]), year.turn.get(e[1]) ?? exact(1n))));
  lines.set('goods-price', minus(asAssumed, posted('goods')));
  lines.set('goods-usage', minus(cost(isGoods), asAssumed));
  lines.set(
    'fixed-coverage',
    minus(
      plus(
        exact(facts.base),
        cost((nature) => year.fixed.has(nature)),
      ),
      plan,
    ),
  );
  lines.set('fixed-spending', minus(plan, posted('fixed')));
  lines.set('income', minus(cost(isIncome), posted('income')));
  const standing = plus(...facts.standing.values());
  lines.set('model-terms', isReached ? plus(terms, standing) : minus(exact(earned - facts.base), priced));
  return nonZero(together(lines, total));
}

/** Ĉ by nature and H0 for the month's paid quantities; what rests on all units' average is brought to what is paid. */
function standardOf(year: PlainYear, unit: PlainUnit, { paid, price }: Facts) {
  const costs = new Map<string, Exact>();
  let hours: Exact | undefined = NONE;
  let commonFixed = NONE;
  for (const { key, parts } of paid) {
    const [service, level] = key.split('/');
    const all = year.units.flatMap((one) => one.own.filter((own) => own.parts > 0n));
    const ofUnit = unit.own.filter((own) => own.parts > 0n && own.service === service && own.level === level);
    const ofLevel = all.filter((own) => own.service === service && own.level === level);
    const ofService = all.filter((own) => own.service === service);
    const from = [ofUnit, ofLevel, ofService].find((some) => some.length > 0);
    if (!from) continue;
    const volume = exact(from.reduce((sum, own) => sum + own.parts, 0n));
    const natures = [...new Set(from.flatMap((own) => [...own.costs.keys()]))];
    const rate = new Map(
      natures.map((nature) => [
        nature,
        over(plus(...from.map((own) => own.costs.get(nature) ?? NONE)), volume),
      ]),
    );
    const whole = times(plus(...rate.values()), exact(parts));
    const isCommon = from !== ofUnit;
    if (isCommon && whole.num === 0n) continue;
    const factor = isCommon ? over(times(price(key), exact(parts)), whole) : exact(1n);
    for (const [nature, value] of rate) {
      const amount = times(value, exact(parts), factor);
      costs.set(nature, plus(costs.get(nature) ?? NONE, amount));
      if (isCommon && year.fixed.has(nature)) commonFixed = plus(commonFixed, amount);
    }
    const known = from.every((own) => own.hours !== undefined);
    const perPart = over(exact(from.reduce((sum, own) => sum + (own.hours ?? 0n), 0n)), volume);
    hours = hours && known ? plus(hours, times(perPart, exact(parts), factor)) : undefined;
  }
  return { costs, hours, commonFixed };
}

const nonZero = (lines: ReadonlyMap<string, bigint>): Map<string, bigint> =>
  new Map([...lines].filter(([, ore]) => ore !== 0n));
