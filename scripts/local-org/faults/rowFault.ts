import type { RowFault } from '../access/session.ts';
import { mayNotWrite, ApiError } from '../apiError.ts';
import type { FaultRule } from './fault.ts';

/**
 * Fails the rows that the rules name, counted over the whole request. The status codes are documented. A validation
 * rule's message is up to its author; the message of a locked row is observed in public reports.
 */
export function rowFault(rules: readonly FaultRule[]): RowFault | null {
    const rowRules = rules.filter((rule) => rule.fault === 'row refused' || rule.fault === 'row locked');
    if (rowRules.length === 0) return null;
    let row = 0;
    return () => {
        row++;
        const rule = rowRules.find(({ rows }) => rows === undefined || rows.includes(row));
        return rule ? errorOf(rule) : null;
    };
}

function errorOf(rule: Extract<FaultRule, { fault: 'row refused' | 'row locked' }>): ApiError {
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
