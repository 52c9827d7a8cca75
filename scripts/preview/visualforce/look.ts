/** What a hostile page does in place of ours. */
export const HOSTILITIES = ['another origin', 'a million rows', 'objects as text', 'duplicate ids'] as const;
export type Hostility = (typeof HOSTILITIES)[number];

/**
 * How Visualforce may behave in an org. Whether Remote Objects accept CallCenter isn't known.
 * - `works`: the page is there and reads call centers
 * - `missing`: the org refused the page when it was deployed
 * - `refused`: the page is there, and Salesforce refuses to read call centers
 * - `blocked`: the org forbids frames of its pages
 */
export const CENTERS_PAGE = ['works', 'missing', 'refused', 'blocked'] as const;
export type CentersPage = (typeof CENTERS_PAGE)[number];

/** Also a page that isn't ours. */
export type PageLook = CentersPage | { hostile: Hostility };
