// The nodes of the network by name: each kind with what identifies it.

import { type NetworkNode, type NodeKind, nodeKey } from '../tables/network.ts';

const IDENTIFIED_BY_UNIT: readonly NodeKind[] = ['pool', 'activity', 'service', 'unused'];

/** A node with its key: "pool:wages/solvang", "unit:kitchen", "parked:not yet placed". Objects: see objectNode. */
export function networkNode(
  kind: Exclude<NodeKind, 'object'>,
  name: string,
  at: { readonly unit?: string; readonly service?: string } = {},
): NetworkNode {
  const { unit = '', service = '' } = at;
  const identity = IDENTIFIED_BY_UNIT.includes(kind) ? [name, unit] : [name];
  return { key: nodeKey(kind, ...identity), kind, name, unit, service, level: '' };
}

/** The node of a cost object, "object:nursing-home/solvang/dementia"; its name is the service. */
export const objectNode = (service: string, unit: string, level: string): NetworkNode => ({
  key: nodeKey('object', service, unit, level),
  kind: 'object',
  name: service,
  unit,
  service,
  level,
});
