import type { OrgObject } from '../objects/field.ts';
import type { Value } from '../store/store.ts';

/** A field, reached through relationship names: `['Profile', 'Name']`. Any case. */
export type Path = readonly string[];

export type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'like';

/** What a query asks of a row, however it was asked. Two-valued: `not` takes in rows where a value is missing. */
export type Condition =
    | { kind: 'all'; of: Condition[] }
    | { kind: 'any'; of: Condition[] }
    | { kind: 'not'; of: Condition }
    | { kind: 'compare'; path: Path; comparison: Comparison; value: Value }
    | { kind: 'among'; path: Path; values: Value[]; negated: boolean }
    /** A semi-join, or with `negated` an anti-join. */
    | { kind: 'within'; path: Path; object: OrgObject; field: Path; where: Condition | null; negated: boolean };

export interface Order {
    path: Path;
    descending: boolean;
    /** Null: first, as documented (SOQL reference, ORDER BY). */
    nulls: 'first' | 'last' | null;
}

export type Measure = 'count' | 'countDistinct' | 'min' | 'max' | 'sum' | 'avg';

export const NOTHING: Condition = { kind: 'any', of: [] };
export const EVERYTHING: Condition = { kind: 'all', of: [] };
