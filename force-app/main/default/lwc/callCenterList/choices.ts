import type { CallCenter, Overview, Saving } from 'c/callCenters';
import { fill, LABELS } from 'c/labels';
import type { CenterSource } from 'c/orgPort';
import { matchesWords } from 'c/userSearch';
import { dayText, kindText, namesOf, withMessage, type NameOf } from 'c/wording';

/** One line of the list. */
export interface Choice {
    key: string;
    name: string;
    accessibleName: string;
    count: string;
    isCenter: boolean;
    kind: string;
    /** Style that sets the width of the bar. */
    share: string;
    pressed: 'true' | 'false';
    rowClass: string;
    boxClass: string;
    nameClass: string;
}

/** @returns those whose names have all words of the text, and the chosen one */
export function choicesOf(overview: Overview, chosen: string, typed = ''): Choice[] {
    const nameOf = namesOf(overview.centers);
    const centers = overview.centers.filter(({ id }) => id === chosen || matchesWords(nameOf(id), typed));
    const most = Math.max(1, ...overview.centers.map((center) => center.members ?? 0));
    return [
        group('everyone', LABELS.everyone, overview.everyone, chosen),
        // Where call centers of users are hidden, users without one can't be found.
        ...(overview.withoutCenter === null
            ? []
            : [{ ...group('none', LABELS.withoutCenter, overview.withoutCenter, chosen), rowClass: 'last-group' }]),
        ...centers.map((center) => centerChoice(center, { most, chosen, nameOf }))
    ];
}

/** @param users null when they can't be counted */
function group(key: string, name: string, users: number | null, chosen: string): Choice {
    return {
        key,
        name,
        accessibleName:
            users === null ? name : fill(users === 1 ? LABELS.userChoiceOne : LABELS.userChoice, name, users),
        count: users?.toLocaleString() ?? '',
        isCenter: false,
        kind: '',
        share: '',
        pressed: key === chosen ? 'true' : 'false',
        rowClass: '',
        boxClass: key === chosen ? 'choice chosen' : 'choice',
        nameClass: 'name'
    };
}

function centerChoice(
    center: CallCenter,
    { most, chosen, nameOf }: { most: number; chosen: string; nameOf: NameOf }
): Choice {
    const name = nameOf(center.id);
    const { members } = center;
    return {
        ...group(center.id, name, members, chosen),
        accessibleName:
            members === null ? name : fill(members === 1 ? LABELS.centerChoiceOne : LABELS.centerChoice, name, members),
        isCenter: true,
        kind: center.name === null ? LABELS.unnamedHint : kindText(center.kind),
        share: `width: ${(100 * (members ?? 0)) / most}%`,
        nameClass: center.name === null ? 'name unnamed' : 'name'
    };
}

/** Where the names come from, and whether call centers can be missing. */
export function smallPrintOf(overview: Overview, now: number): string {
    const sentences = [origin(overview, now)];
    for (const { source, words } of overview.silent) sentences.push(...silence(source, words));
    if (overview.mayLackEmptyCenters) sentences.push(LABELS.mayLackEmpty);
    return [...sentences, ...saved(overview.saving)].join(' ');
}

function origin({ sources, namesReadAt }: Overview, now: number): string {
    switch (sources[0]) {
        case 'graphql':
            return LABELS.namesFromGraphql;
        case 'visualforce':
            return LABELS.namesFromVisualforce;
        case 'flow':
            return LABELS.namesFromFlow;
        case 'registry':
            return namesReadAt
                ? fill(LABELS.namesFromRegistry, dayText(namesReadAt, now))
                : LABELS.namesFromRegistryUnread;
        case 'used':
        case undefined:
            return LABELS.namesMissing;
    }
}

function saved(saving: Saving): string[] {
    switch (saving.status) {
        case 'none':
            return [];
        case 'saved':
            return [LABELS.namesSaved];
        case 'refused':
            return [withMessage(LABELS.namesNotSaved, saving.words)];
    }
}

/** Why a source gave no names. GraphQL usually doesn't know CallCenter today, so that needs no message. */
function silence(source: CenterSource, words: string): string[] {
    switch (source) {
        case 'registry':
            return [withMessage(LABELS.registrySilent, words)];
        case 'visualforce':
            return [words ? withMessage(LABELS.visualforceRefused, words) : LABELS.visualforceUnavailable];
        case 'flow':
            return words ? [LABELS.flowUnavailable] : [];
        case 'graphql':
        case 'used':
            return [];
    }
}
