/** From what the page shows to its address, and back. */
import type { UserSearch } from 'c/orgPort';
import type { Address } from './address.ts';
import { canChoose, choose, type Page } from './page.ts';

/**
 * The address of what the page shows.
 *
 * `asked` is the address that was opened last. What waits for its call center stays in the address. `search` is what
 * users were searched for since; null for nothing else than what was asked. `isCovered` is whether a review or results
 * are open.
 */
export function addressOf(
    { view, chosen, linked }: Page,
    asked: Address,
    search: UserSearch | null,
    isCovered = false
): Address {
    const center = linked ?? (chosen === 'everyone' ? null : chosen);
    if (!search) return { ...asked, view, center, isCovered };
    const { target, ...shown } = search;
    const { membership } = linked === null ? shown : asked.search;
    return { view, center, user: null, isCovered, search: { ...shown, membership } };
}

/** Shows what another address asks for. Its call center may not be known yet. */
export function openAddress(page: Page, { view, center }: Address): Page {
    const shown: Page = { ...page, view, linked: null };
    const chosen = center ?? 'everyone';
    if (chosen === page.chosen) return shown;
    const { value } = page.overview;
    if (center === null || (value && canChoose(value, center))) return choose(shown, chosen);
    return { ...choose(shown, 'everyone'), linked: center };
}
