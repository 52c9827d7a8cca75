import mayManageUsers from '@salesforce/userPermission/ManageInternalUsers';
import type { Permission } from 'c/pageState';

/** The platform gives true or undefined with the page. The preview gives null until its org has told. */
export function permission(): Permission {
    if (mayManageUsers === undefined) return 'missing';
    return mayManageUsers ? 'granted' : 'unknown';
}
