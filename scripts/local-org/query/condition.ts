import type { OrgObject } from '../objects/field.ts';
import type { Value } from '../store/store.ts';

/** A field, after the relationship names that lead to it: `['Profile', 'Name']`. Case doesn't matter. */
export type Path = readonly string[];

export type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'like';

/**
 * The filter of a query, from SOQL or GraphQL. It has no third truth value: `not` also matches rows in which a value is
 * missing.
 */
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
    /** Null means first (documented, SOQL reference, ORDER BY). */
    nulls: 'first' | 'last' | null;
}

export type Measure = 'count' | 'countDistinct' | 'min' | 'max' | 'sum' | 'avg';
