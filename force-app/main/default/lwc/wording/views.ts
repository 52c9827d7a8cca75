import { LABELS } from 'c/labels';
import type { View } from 'c/pageState';

/** A view as the page offers it. */
export interface ViewChoice {
    value: View;
    label: string;
    /** For menus. */
    icon: string;
}

/** Views that the header of a wide page shows. The others are in the page's menu. */
const IN_HEADER: ReadonlySet<View> = new Set(['users', 'checks', 'history']);

const CHOICES: readonly ViewChoice[] = [
    { value: 'users', label: LABELS.users, icon: 'utility:groups' },
    { value: 'checks', label: LABELS.checks, icon: 'utility:task' },
    { value: 'history', label: LABELS.historyTitle, icon: 'utility:clock' },
    { value: 'check', label: LABELS.orgCheck, icon: 'utility:checklist' },
    { value: 'import', label: LABELS.importUsers, icon: 'utility:upload' },
    { value: 'export', label: LABELS.exportUsers, icon: 'utility:download' }
];

/** @param mayEdit who may not edit users isn't offered the import */
export function viewChoices(place: 'header' | 'menu', mayEdit: boolean): ViewChoice[] {
    return CHOICES.filter(
        ({ value }) => IN_HEADER.has(value) === (place === 'header') && (mayEdit || value !== 'import')
    );
}
