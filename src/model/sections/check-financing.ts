// What only shows when financing stands beside sources, pools and services: that somebody pays for what providers answer
// for, that limits have a budget to hold to, that files of the finance year are declared.

import type { Finding } from '../../findings/finding.ts';
import type { Financing } from '../financing.ts';
import type { Model } from '../model.ts';
import { checkFinancingSources } from './check-financing-sources.ts';
import { checkSameMoney } from './check-same-money.ts';
import { modelFinding } from './model-finding.ts';

type Check = (model: Model, financing: Financing) => readonly Finding[];

/** Floor and ceiling are shares of what the budgeted volume would earn. */
const checkLimits: Check = (_, { models, volumesSource }) =>
  models
    .filter(({ floor, ceiling }) => (floor || ceiling) && volumesSource === undefined)
    .map(({ name, at }) => {
      const message = `"${name}" has a floor or a ceiling, and no volumes are budgeted.`;
      const remedy =
        'Name them: "volumes: { table: …, source: … }". Limits are shares of what they would earn.';
      return modelFinding(at, 'missing', message, remedy);
    });

/** The purchaser's budget for what it pays stands in the pool of the financing itself. */
const checkPurchaseBudget: Check = ({ costing: { pools } }, { frame, at }) => {
  if (frame.from !== 'purchase-budget' || pools.some(({ financing }) => financing)) return [];
  const message = 'the frame is what the purchaser has budgeted to pay, and no pool holds what it pays.';
  return [modelFinding(at, 'missing', message, 'Add a pool that says "financing: true".')];
};

/** Hours are divided over the services of a unit: a driver that speaks of units alone cannot. */
const checkHours: Check = ({ costing: { drivers }, services }, { hoursDriver, at }) => {
  const driver = drivers.get(hoursDriver ?? '');
  if (!driver) return [];
  const isService = (id: string | undefined) => services.some((service) => service.id === id);
  const speaks =
    driver.kind === 'table'
      ? driver.rows.some(({ service }) => isService(service))
      : driver.kind === 'shares'
        ? [...driver.shares.keys()].some(isService)
        : driver.kind !== 'column' && driver.kind !== 'amount';
  if (speaks) return [];
  const message = `"${driver.name}" says nothing of services: a unit’s paid hours cannot be divided by it.`;
  return [modelFinding(at, 'expected', message, 'Name a driver with quantities per service under "hours".')];
};

/** Only what providers answer for is paid, also as base grant. */
const checkOwnBase: Check = ({ costing: { pools } }, { models }) =>
  models.flatMap(({ name, prices, at }) =>
    pools
      .filter((pool) => prices?.base?.includes(pool.name) && pool.answers !== 'provider')
      .map((pool) => {
        const message = `"${name}" pays "${pool.name}" as base grant, and ${pool.answers} answers for it: only what providers answer for is paid.`;
        return modelFinding(at, 'base', message, 'Take it out of the model’s "base".', 'warning');
      }),
  );

const CHECKS: readonly Check[] = [
  checkLimits,
  checkPurchaseBudget,
  checkHours,
  checkOwnBase,
  checkFinancingSources,
  checkSameMoney,
];

/** What is wrong with the financing of a model as a whole; nothing where nothing is financed. */
export const checkFinancing = (model: Model): Finding[] => {
  const { financing } = model;
  return financing ? CHECKS.flatMap((check) => check(model, financing)) : [];
};
