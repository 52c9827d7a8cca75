import type { RowFault } from '../access/session.ts';
import { mayNotWrite, ApiError } from '../apiError.ts';
import type { FaultRule } from './fault.ts';

/**
 * Rows are counted over the whole request. Status codes are documented; the words of a validation rule are its
 * author's, those of a lock are observed in public reports.
 */
export function rowFault(rules: readonly FaultRule[]): RowFault | null {
    const refusing = rules.filter((rule) => rule.fault === 'row refused' || rule.fault === 'row locked');
    if (refusing.length === 0) return null;
    let row = 0;
    return () => {
        row++;
        const rule = refusing.find(({ rows }) => rows === undefined || rows.includes(row));
        return rule ? refusalOf(rule) : null;
    };
}

function refusalOf(rule: Extract<FaultRule, { fault: 'row refused' | 'row locked' }>): ApiError {
    if (rule.fault === 'row locked') {
        return new ApiError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');
    }
    switch (rule.code) {
        case 'FIELD_CUSTOM_VALIDATION_EXCEPTION':
            return new ApiError(rule.code, rule.message ?? 'This user cannot be changed on weekends.');
        case 'INSUFFICIENT_ACCESS_OR_READONLY':
            return rule.message === undefined ? mayNotWrite() : new ApiError(rule.code, rule.message);
    }
}
