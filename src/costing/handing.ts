// What a node hands on: to whom, by which weights; or why it can hand on nothing.

import type { NetworkNode } from '../tables/network.ts';
import type { Parked } from './parking.ts';

export type Share = { readonly to: NetworkNode; readonly weight: bigint };
/** The shares of what a node hands on (weights above 0), or why it can hand on nothing. */
export type Handing = readonly Share[] | Parked;
