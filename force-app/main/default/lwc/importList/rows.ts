/** Rows of an import as they are shown. */
import { groupOf, type RowGroup, type VerdictsState } from 'c/importFlow';
import { folded, type RowVerdict } from 'c/importRows';
import { fill, LABELS } from 'c/labels';
import type { FoundUser, Id } from 'c/orgPort';
import { groupText, momentText, rowReason, userUrl, type NameOf } from 'c/wording';

/** Users with one value that are offered. Whoever is meant among more is found sooner by their username. */
const MAX_CANDIDATES = 6;

/** What a row's buttons do. */
export type RowActionName = 'skip' | 'unskip' | 'fix' | 'undo' | 'keep' | 'nearest' | 'center';

/** What is entered for one row, or chosen, before it's saved. */
export type Editing = { row: number; what: 'text' } | { row: number; what: 'center' };

interface Action {
    name: RowActionName;
    label: string;
    /** With the row, for screen readers. */
    fullName: string;
}

export interface RowShown {
    row: number;
    name: string;
    classes: string;
    text: string;
    user: { title: string; sub: string; url: string | null; classes: string };
    from: string;
    to: string;
    icon: string;
    what: string;
    whatClasses: string;
    why: string;
    candidates: { id: Id; name: string; username: string; facts: string; isChosen: boolean; classes: string }[] | null;
    more: boolean;
    useName: string;
    setupUrl: string | null;
    setupName: string;
    actions: Action[];
    /** The text to correct; null while it isn't corrected. */
    draft: string | null;
    isChoosing: boolean;
    saveName: string;
    saveAll: string;
    isBusy: boolean;
}

export interface Shower {
    state: VerdictsState;
    nameOf: NameOf;
    editing: Editing | null;
    /** The chosen user of each row that several users match. */
    picks: ReadonlyMap<number, Id>;
}

export function rowShown(place: number, shower: Shower): RowShown {
    const { state, nameOf, editing, picks } = shower;
    const { row, cells } = state.loaded.sheet.rows[place];
    const verdict = state.judged.verdicts[place];
    const correction = state.corrections.get(row);
    const { mapping } = state.loaded;
    const cell = mapping.user ? (cells[mapping.user.column] ?? '') : '';
    const text = correction?.text ?? cell;
    const group = groupOf(verdict);
    const name = fill(LABELS.importRow, row);
    const isEditing = editing?.row === row;
    const users = verdict.verdict === 'several found' ? verdict.candidates.slice(0, MAX_CANDIDATES) : null;
    const isBlocked = verdict.verdict === 'blocked';
    return {
        row,
        name,
        classes: users ? 'row wide' : 'row',
        text,
        user: userShown(verdict),
        from: 'from' in verdict ? nameOf(verdict.from) : 'user' in verdict ? nameOf(verdict.user.callCenterId) : '—',
        to: targetText(verdict, cells, mapping.target.column, nameOf),
        icon: icon(group),
        what: groupText(group),
        whatClasses: `what ${tone(group)}`,
        why: rowReason(verdict),
        candidates: users && users.map((user) => candidate(user, picks.get(row) ?? null, nameOf)),
        more: verdict.verdict === 'several found' && (verdict.more || verdict.candidates.length > MAX_CANDIDATES),
        useName: about(LABELS.importUseUser, name),
        setupUrl: isBlocked ? userUrl(verdict.user.id) : null,
        setupName: about(LABELS.openInSetup, name),
        actions: isEditing ? [] : actionsFor(verdict, correction !== undefined).map((action) => named(action, name)),
        draft: isEditing && editing.what === 'text' ? text : null,
        isChoosing: isEditing && editing.what === 'center',
        saveName: about(LABELS.importSaveFix, name),
        saveAll: isEditing ? saveAllText(verdict, state) : '',
        isBusy: state.busyRow === row
    };
}

/** The rows that name the same unknown call center, in whatever capitals. */
export function rowsWithTarget(state: VerdictsState, text: string): number[] {
    const name = folded(text);
    return state.judged.verdicts.flatMap((verdict, place) =>
        verdict.verdict === 'target unknown' && folded(verdict.text) === name
            ? [state.loaded.sheet.rows[place].row]
            : []
    );
}

function saveAllText(verdict: RowVerdict, state: VerdictsState): string {
    if (verdict.verdict !== 'target unknown' || verdict.text === '') return '';
    const { length } = rowsWithTarget(state, verdict.text);
    return length > 1 ? fill(LABELS.importSaveAll, length, verdict.text) : '';
}

function about(label: string, name: string): string {
    return fill(LABELS.aboutGroup, label, name);
}

function named(action: RowActionName, row: string): Action {
    const label = actionText(action);
    return { name: action, label, fullName: about(label, row) };
}

function actionText(action: RowActionName): string {
    switch (action) {
        case 'skip':
            return LABELS.importSkip;
        case 'unskip':
            return LABELS.importUnskip;
        case 'fix':
            return LABELS.importFix;
        case 'undo':
            return LABELS.importUndoFix;
        case 'keep':
            return LABELS.importKeep;
        case 'nearest':
            return LABELS.importUseUser;
        case 'center':
            return LABELS.importSetCenter;
    }
}

function actionsFor(verdict: RowVerdict, isCorrected: boolean): RowActionName[] {
    const undo: RowActionName[] = isCorrected ? ['undo'] : [];
    switch (verdict.verdict) {
        case 'will move':
            return [...undo, 'skip'];
        case 'already there':
            return undo;
        case 'blocked':
            return [...undo, 'skip'];
        case 'not found':
            return [...(verdict.nearest ? (['nearest'] as const) : []), 'fix', ...undo, 'skip'];
        case 'several found':
            return ['fix', ...undo, 'skip'];
        case 'named twice':
            return ['keep', ...undo, 'skip'];
        case 'target unknown':
            return ['center', ...undo, 'skip'];
        case 'unreadable':
        case 'not checked':
            return [...undo, 'skip'];
        case 'skipped':
            return ['unskip'];
    }
}

function userShown(verdict: RowVerdict): RowShown['user'] {
    if ('user' in verdict) {
        const { id, name, profile } = verdict.user;
        return { title: name, sub: profile ?? '', url: userUrl(id), classes: 'title' };
    }
    if (verdict.verdict === 'several found') {
        const title = fill(LABELS.importSeveralUsers, verdict.candidates.length);
        return { title, sub: '', url: null, classes: 'title strong' };
    }
    if (verdict.verdict === 'not found' && verdict.why !== 'empty') {
        const { nearest } = verdict;
        if (nearest) {
            const sub = fill(LABELS.importNearest, nearest.username);
            return { title: nearest.name, sub, url: userUrl(nearest.id), classes: 'title near' };
        }
        return { title: LABELS.importNoMatch, sub: '', url: null, classes: 'title weak' };
    }
    return { title: '—', sub: '', url: null, classes: 'title weak' };
}

function candidate(user: FoundUser, picked: Id | null, nameOf: NameOf) {
    const { id, name, username, profile, callCenterId, lastLogin } = user;
    const login = lastLogin === null ? LABELS.never : momentText(Date.parse(lastLogin), Date.now());
    const isChosen = id === picked;
    return {
        id,
        name,
        username,
        facts: fill(LABELS.importFacts, profile ?? '—', nameOf(callCenterId), login),
        isChosen,
        classes: isChosen ? 'candidate chosen' : 'candidate'
    };
}

function targetText(verdict: RowVerdict, cells: string[], column: number | null, nameOf: NameOf): string {
    if ('to' in verdict) return nameOf(verdict.to);
    return (column === null ? '' : cells[column]) || '—';
}

function icon(group: RowGroup): string {
    switch (group) {
        case 'will move':
            return 'utility:forward';
        case 'already there':
            return 'utility:check';
        case 'blocked':
            return 'utility:ban';
        case 'not found':
        case 'target unknown':
        case 'unreadable':
        case 'not checked':
            return 'utility:close';
        case 'review asks':
        case 'several found':
        case 'named twice':
            return 'utility:question_mark';
        case 'skipped':
            return 'utility:dash';
    }
}

export function tone(group: RowGroup): 'move' | 'quiet' | 'bad' | 'unsure' {
    switch (group) {
        case 'will move':
            return 'move';
        case 'already there':
        case 'skipped':
            return 'quiet';
        case 'blocked':
        case 'not found':
        case 'target unknown':
        case 'unreadable':
        case 'not checked':
            return 'bad';
        case 'review asks':
        case 'several found':
        case 'named twice':
            return 'unsure';
    }
}

/** The icon of a group, for the choice that filters by it. */
export { icon as groupIcon };
