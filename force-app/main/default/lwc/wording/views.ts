import { LABELS } from 'c/labels';
import type { View } from 'c/pageState';

/** A view as the page offers it. */
export interface ViewChoice {
    value: View;
    label: string;
    /** For menus. */
    icon: string;
}

/** Views that the header of a wide page always shows. */
const IN_HEADER: ReadonlySet<View> = new Set(['users', 'checks', 'history']);

/** What decides which views are offered, and where. */
export interface ViewFacts {
    /** Where call centers of users are hidden, nothing can be imported. */
    mayImport: boolean;
    /** The name of the view of requests, with how many wait. */
    requests: string;
    /** The header of a wide page shows it, too. */
    hasRequests: boolean;
}

const CHOICES: readonly ViewChoice[] = [
    { value: 'users', label: LABELS.users, icon: 'utility:groups' },
    { value: 'checks', label: LABELS.checks, icon: 'utility:task' },
    { value: 'history', label: LABELS.historyTitle, icon: 'utility:clock' },
    { value: 'requests', label: LABELS.requestsTitle, icon: 'utility:request' },
    { value: 'check', label: LABELS.orgCheck, icon: 'utility:checklist' },
    { value: 'import', label: LABELS.importUsers, icon: 'utility:upload' },
    { value: 'export', label: LABELS.exportUsers, icon: 'utility:download' }
];

/** Views for the header of a wide page, or for the page's menu, which has the others. */
export function viewChoices(place: 'header' | 'menu', { mayImport, requests, hasRequests }: ViewFacts): ViewChoice[] {
    const inHeader = (view: View) => IN_HEADER.has(view) || (view === 'requests' && hasRequests);
    return CHOICES.filter(
        ({ value }) => inHeader(value) === (place === 'header') && (mayImport || value !== 'import')
    ).map((choice) => (choice.value === 'requests' ? { ...choice, label: requests } : choice));
}
