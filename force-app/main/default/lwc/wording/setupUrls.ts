/** Addresses in Setup. Links open them with `_top`, because the page can be inside the frame of Setup. */
import type { Id } from 'c/orgPort';

/** "Manage Call Center Users" in Salesforce Help. It's public, and the same for every org. */
export const HELP_URL = 'https://help.salesforce.com/s/articleView?id=service.cti_admin_manageagents.htm&type=5';

export const CENTERS_URL = '/lightning/setup/CallCenters/home';

export function centerUrl(id: Id): string {
    return `/lightning/setup/CallCenters/page?address=%2F${encodeURIComponent(id)}`;
}

export function userUrl(id: Id): string {
    return `/lightning/setup/ManageUsers/page?address=%2F${encodeURIComponent(id)}%3Fnoredirect%3D1%26isUserEntityOverride%3D1`;
}
