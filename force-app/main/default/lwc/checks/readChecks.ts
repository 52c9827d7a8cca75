import { MAX_GROUPS_PER_READ, OrgFault, type CheckRecords, type ChecksOrg, type GroupCount, type Id } from 'c/orgPort';
import { readRules, type Rule } from 'c/rules';
import { countQuestions, type Counted } from './groups.ts';
import type { WatchKey } from './keys.ts';
import { settingsOf, type Settings } from './settings.ts';

/** What the org answered to all checks. */
export interface ReadChecks {
    /** Milliseconds. */
    at: number;
    settings: Settings;
    rules: Rule[];
    /** Why rules and settings couldn't be read. The checks count without them then. */
    unavailable: OrgFault | null;
    counts: ReadonlyMap<WatchKey, GroupCount[]>;
    /** By the rule's record. */
    ruleCounts: ReadonlyMap<Id, GroupCount[]>;
}

/**
 * Reads all checks with at most three requests, however many users there are: one for rules and settings, and then one or
 * two that count.
 * @throws OrgFault
 */
export async function readChecks(
    org: Pick<ChecksOrg, 'checkRecords' | 'countGroups'>,
    now: number
): Promise<ReadChecks> {
    const { records, unavailable } = await readRecords(org);
    const settings = settingsOf(records.checks);
    const rules = readRules(records.rules);
    const asked = countQuestions(settings, rules, now);
    const documents = Array.from({ length: Math.ceil(asked.length / MAX_GROUPS_PER_READ) }, (_, index) =>
        asked.slice(index * MAX_GROUPS_PER_READ, (index + 1) * MAX_GROUPS_PER_READ)
    );
    const answers = await Promise.all(
        documents.map((document) => org.countGroups(document.map(({ question }) => question)))
    );
    const counted: [Counted, GroupCount[]][] = answers.flat().map((counts, index) => [asked[index].about, counts]);
    return {
        at: now,
        settings,
        rules,
        unavailable,
        counts: new Map(counted.flatMap(([about, counts]) => (about.of === 'rule' ? [] : [[about.of, counts]]))),
        ruleCounts: new Map(
            counted.flatMap(([about, counts]) => (about.of === 'rule' ? [[about.rule.recordId, counts]] : []))
        )
    };
}

/** An org can lack the objects of rules and settings, or hide them from this user. */
async function readRecords(
    org: Pick<ChecksOrg, 'checkRecords'>
): Promise<{ records: CheckRecords; unavailable: OrgFault | null }> {
    try {
        return { records: await org.checkRecords(), unavailable: null };
    } catch (thrown) {
        const isClosed = thrown instanceof OrgFault && (thrown.kind === 'invalid' || thrown.kind === 'forbidden');
        if (!isClosed) throw thrown;
        return { records: { rules: [], checks: [] }, unavailable: thrown };
    }
}
