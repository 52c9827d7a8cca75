/** Results of checks, as rows of a table and as text. */
import { counted, fill, LABELS } from 'c/labels';
import { OrgFault } from 'c/orgPort';
import {
    anonymous,
    CHECKS,
    sourceInUse,
    verdictOf,
    type Check,
    type CheckId,
    type CheckResult,
    type Found,
    type Results
} from 'c/selfTest';
import { faultText } from 'c/wording';

export interface CheckRow {
    id: CheckId;
    name: string;
    /** Empty until the check has run. */
    result: string;
    icon: string;
    variant: string;
    details: string;
}

export function checkRows(results: Results): CheckRow[] {
    return CHECKS.map((check) => {
        const result = results.get(check.id);
        return {
            id: check.id,
            name: nameOf(check.id),
            ...(result ? shown(result) : { result: '', icon: '', variant: '' }),
            details: result ? details(check, result, results) : ''
        };
    });
}

/** The verdict, and how many checks work. */
export function summaryOf(results: Results): { verdict: string; passed: string } {
    const passed = [...results.values()].filter(({ status }) => status === 'works').length;
    return { verdict: verdictText(results), passed: fill(LABELS.orgCheckPassed, passed, CHECKS.length) };
}

/** Text to send to someone. It has no names, IDs, addresses, or tokens. */
export function reportOf(results: Results, now: Date): string {
    const { verdict, passed } = summaryOf(results);
    const lines = CHECKS.flatMap((check) => {
        const result = results.get(check.id);
        if (!result) return [];
        const cells = [nameOf(check.id), shown(result).result, details(check, withoutNames(result), results)];
        return cells.filter(Boolean).join(' | ');
    });
    return [`Switchboard, ${now.toISOString().slice(0, 10)}`, `${verdict}. ${passed}`, ...lines].join('\n');
}

function withoutNames(result: CheckResult): CheckResult {
    if (result.status === 'works' || !result.fault) return result;
    return { ...result, fault: new OrgFault(result.fault.kind, anonymous(result.fault.words)) };
}

function shown({ status }: CheckResult): Pick<CheckRow, 'result' | 'icon' | 'variant'> {
    switch (status) {
        case 'works':
            return { result: LABELS.orgCheckWorks, icon: 'utility:success', variant: 'success' };
        case 'fails':
            return { result: LABELS.orgCheckFails, icon: 'utility:warning', variant: 'warning' };
        case 'unknown':
            return { result: LABELS.orgCheckUnknown, icon: 'utility:question', variant: '' };
    }
}

/** What was found, or else why it doesn't work and what Switchboard uses instead. */
function details(check: Check, result: CheckResult, results: Results): string {
    if (result.status === 'works') return foundText(result.found);
    return [reasonText(check, result), insteadText(check.id, results), neededText(check)].filter(Boolean).join(' ');
}

function foundText(found: Found): string {
    switch (found?.of) {
        case undefined:
            return '';
        case 'users':
            return counted(found.count, LABELS.groupUsersOne, LABELS.groupUsers);
        case 'centers':
            return counted(found.count, LABELS.foundCentersOne, LABELS.foundCenters);
        case 'place':
            return found.place === 'tab' ? LABELS.orgCheckPlaceTab : LABELS.orgCheckPlaceSetup;
    }
}

function reasonText({ id }: Check, { status, fault }: Exclude<CheckResult, { status: 'works' }>): string {
    // A flow reports only that it failed, and a page that isn't there says nothing.
    if (id === 'flow') return LABELS.flowUnavailable;
    if (id === 'visualforce' && !fault?.words) return LABELS.visualforceUnavailable;
    if (id === 'permission') return status === 'unknown' ? LABELS.orgCheckOrgDecides : LABELS.mayNotEdit;
    return fault ? faultText(fault) : '';
}

function insteadText(id: CheckId, results: Results): string {
    switch (id) {
        case 'graphql':
        case 'visualforce':
        case 'flow':
        case 'registry':
            return sourceText(results);
        case 'history':
            return LABELS.orgCheckNoHistory;
        case 'storage':
            return LABELS.orgCheckNoStorage;
        case 'locks':
            return LABELS.orgCheckAlone;
        case 'place':
        case 'labels':
        case 'users':
        case 'fresh users':
        case 'counts':
        case 'membership':
        case 'permission':
        case 'mutation':
            return '';
    }
}

function sourceText(results: Results): string {
    switch (sourceInUse(results)) {
        case 'graphql':
            return LABELS.orgCheckUsesGraphql;
        case 'visualforce':
            return LABELS.orgCheckUsesVisualforce;
        case 'flow':
            return LABELS.orgCheckUsesFlow;
        case 'registry':
            return LABELS.orgCheckUsesRegistry;
        case 'used':
            return LABELS.orgCheckUsesIds;
        case null:
            return '';
    }
}

/** The sentence about the permission says so already. */
function neededText({ id, isNeeded }: Check): string {
    if (id === 'permission') return '';
    switch (isNeeded) {
        case 'to work':
            return LABELS.orgCheckNeeded;
        case 'to move':
            return LABELS.orgCheckNeededToMove;
        case 'no':
            return '';
    }
}

function verdictText(results: Results): string {
    switch (verdictOf(results)) {
        case 'works':
            return LABELS.orgCheckVerdictWorks;
        case 'shows':
            return LABELS.orgCheckVerdictShows;
        case 'fails':
            return LABELS.orgCheckVerdictFails;
        case 'unknown':
            return LABELS.orgCheckVerdictUnknown;
    }
}

function nameOf(id: CheckId): string {
    switch (id) {
        case 'place':
            return LABELS.orgCheckNamePlace;
        case 'labels':
            return LABELS.orgCheckNameLabels;
        case 'users':
            return LABELS.orgCheckNameUsers;
        case 'fresh users':
            return LABELS.orgCheckNameFreshUsers;
        case 'counts':
            return LABELS.orgCheckNameCounts;
        case 'membership':
            return LABELS.orgCheckNameMembership;
        case 'graphql':
            return LABELS.orgCheckNameGraphql;
        case 'visualforce':
            return LABELS.orgCheckNameVisualforce;
        case 'flow':
            return LABELS.orgCheckNameFlow;
        case 'registry':
            return LABELS.orgCheckNameRegistry;
        case 'permission':
            return LABELS.orgCheckNamePermission;
        case 'mutation':
            return LABELS.orgCheckNameMutation;
        case 'history':
            return LABELS.orgCheckNameHistory;
        case 'storage':
            return LABELS.orgCheckNameStorage;
        case 'locks':
            return LABELS.orgCheckNameLocks;
    }
}
